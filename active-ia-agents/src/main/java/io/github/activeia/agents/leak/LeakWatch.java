package io.github.activeia.agents.leak;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Watches one reply while it grows. Used by one thread at a time. */
public final class LeakWatch {
    /** What adds up over several replies. */
    private static final List<String> ADDS_UP = List.of(
            "word_share",
            "run_share",
            "code_share",
            "code_from",
            "steps_share",
            "finals_share",
            "values_share",
            "formula_share",
            "names_share",
            "part_share",
            "pieces_share",
            "essay_words",
            "parts_share");

    private static final int TOLD = 3;

    /** Other solutions are looked up when a text has grown to twice its length. */
    private static final int FIRST_LOOK = 160;

    private final LeakDetector detector;
    private final Exchange exchange;
    private final HelpLevel level;
    private final boolean snippets;
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private int looked = -1;

    LeakWatch(LeakDetector detector, Exchange exchange, HelpLevel level, boolean snippets) {
        this.detector = detector;
        this.exchange = exchange;
        this.level = level;
        this.snippets = snippets;
    }

    /** Returns the lines of code of a text that are not the student's or the course's own: how many are a program's, and how many are not. */
    public OwnCode code(String text) {
        Reading reading = new Reading(text, exchange.known(detector.words()), detector.words());
        return new OwnCode(reading.program(), reading.pseudocode());
    }

    /**
     * Code that is new.
     *
     * @param program lines that could stand in a program as they are
     * @param pseudocode other lines of code
     */
    public record OwnCode(int program, int pseudocode) {}

    /** Returns what a text gives away, from its beginning to where it is now. */
    public Leak read(String text) {
        Known known = exchange.known(detector.words());
        LeakWords words = detector.words();
        List<String> hidden =
                Disguise.reveal(text, word -> words.knows(word) || known.stems().contains(Folded.stem(word)));
        String all = hidden.isEmpty() ? text : text + "\n" + String.join("\n", hidden);
        look(all, known);
        Map<String, Double> evidence = new HashMap<>(evidence(all, text, known));
        List<String> shown = exchange.past().shown();
        if (!shown.isEmpty()) {
            String joined = String.join("\n\n", shown) + "\n\n" + all;
            Map<String, Double> together = evidence(joined, text, known);
            ADDS_UP.stream()
                    .filter(together::containsKey)
                    .forEach(kind -> evidence.merge(kind, together.getOrDefault(kind, 0.0), Math::max));
        }
        if (!hidden.isEmpty()) {
            evidence.put("disguise", 1.0);
        }
        return weigh(evidence);
    }

    private Leak weigh(Map<String, Double> evidence) {
        LeakWeights weights = detector.weights();
        double probability = weights.probability(evidence);
        boolean sure = evidence.containsKey("disguise") || evidence.containsKey("key_stated");
        Leak.Verdict verdict = sure || probability >= weights.block()
                ? Leak.Verdict.CERTAIN
                : probability >= weights.threshold() ? Leak.Verdict.LIKELY : Leak.Verdict.NONE;
        return new Leak(probability, evidence, weights.strongest(evidence, TOLD), sure, verdict);
    }

    private void look(String text, Known known) {
        if (looked >= 0 && text.length() < Math.max(FIRST_LOOK, 2 * looked)) {
            return;
        }
        looked = text.length();
        for (StoredSolution solution : detector.nearest(exchange, text)) {
            secrets.computeIfAbsent(solution.id(), id -> new Secret(detector.read(solution), known));
        }
    }

    private Map<String, Double> evidence(String all, String text, Known known) {
        LeakWords words = detector.words();
        Reading reading = new Reading(all, known, words);
        Evidence evidence = new Evidence(reading, text, words);
        secrets.values().forEach(secret -> evidence.compare(secret, known));
        evidence.claims(known);
        evidence.form();
        evidence.limits(level, snippets);
        return evidence.found();
    }
}
