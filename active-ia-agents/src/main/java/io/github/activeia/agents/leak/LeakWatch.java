package io.github.activeia.agents.leak;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches one reply while it grows. Used by one thread at a time. */
public final class LeakWatch {
    private static final int TOLD = 3;

    /** Less is no copy of anything: it is looked up together with what comes after it. */
    private static final int NEW = 40;

    /** What is new is looked up together with what stands before it. */
    private static final int AROUND = 240;

    /** An index that compares by meaning reads no more than that, and takes its time for it. */
    private static final int MOST = 1_000;

    private final LeakDetector detector;
    private final Exchange exchange;
    private final HelpLevel level;
    private final boolean snippets;
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Lazy<Disguise> disguise;
    private final Lazy<PieceReader> reader;
    private final Lazy<Manner> manner;
    private final Map<String, StoredSolution> near = new LinkedHashMap<>();
    private @Nullable Confirmation confirmation;
    private int confirmedBeside;
    private int looked = -1;
    private double probability;

    LeakWatch(LeakDetector detector, Exchange exchange, HelpLevel level, boolean snippets) {
        this.detector = detector;
        this.exchange = exchange;
        this.level = level;
        this.snippets = snippets;
        LeakWords words = detector.words();
        reader = Lazy.of(() -> new PieceReader(exchange.known(detector), words));
        manner = Lazy.of(() -> new Manner(detector.manner(), exchange.known(detector)));
        disguise = Lazy.of(() -> {
            Known told = exchange.known(detector);
            return new Disguise(word -> words.knows(word) || told.hasStem(Folded.stem(word)));
        });
    }

    /** Returns the lines of code of a text that are not the student's or the course's own: how many are a program's, and how many are not. */
    public OwnCode code(String text) {
        Reading reading = reader.get().read(text);
        return new OwnCode(reading.program(), reading.pseudocode());
    }

    /**
     * Code that is new.
     *
     * @param program lines that could stand in a program as they are
     * @param pseudocode other lines of code
     */
    public record OwnCode(int program, int pseudocode) {}

    /** Returns whether a text calls a result right that the student claims and no stored solution near has. */
    public boolean confirmsAnother(String text) {
        if (exchange.activity() == null || !Confirmation.confirms(text)) {
            return false;
        }
        List<StoredSolution> beside = near(text);
        if (confirmation == null || confirmedBeside < beside.size()) {
            confirmation = Confirmation.of(exchange, beside);
            confirmedBeside = beside.size();
        }
        return confirmation.isIn(text);
    }

    /** Returns whether a line names something to be done, such as to compare or to repeat. */
    public boolean namesStep(String line) {
        return !Procedure.steps(line, detector.words()).isEmpty();
    }

    /** Returns what a text gives away, from its beginning to where it is now. */
    public Leak read(String draft) {
        String text = Notation.plain(draft);
        Known known = exchange.known(detector);
        List<String> hidden = disguise.get().reveal(text);
        String all = hidden.isEmpty() ? text : text + "\n" + String.join("\n", hidden);
        for (StoredSolution solution : near(all)) {
            secrets.computeIfAbsent(solution.id(), id -> new Secret(detector.read(solution), known));
        }
        Map<String, Double> evidence = new HashMap<>(evidence(all, text, known));
        List<String> shown = exchange.past().shown();
        if (!shown.isEmpty() && !secrets.isEmpty()) {
            together(Notation.plain(String.join("\n\n", shown)) + "\n\n" + all)
                    .forEach((kind, share) -> evidence.merge(kind, share, Math::max));
        }
        Evidence.near(evidence);
        List<Piece> pieces = reader.get().read(all).pieces();
        Manner.Shares spoken = manner.get().of(pieces, secrets.values(), reader.get());
        if (!hidden.isEmpty()) {
            evidence.put("disguise", 1.0);
        }
        Leak leak = weigh(evidence, spoken);
        probability = leak.probability();
        return leak;
    }

    /** Returns the probability of what was read last; 0 before that. */
    public double probability() {
        return probability;
    }

    /** Returns what a text consists of that was just read, sentence by sentence. */
    List<List<MannerWords.Token>> sentences(String text) {
        PieceReader pieces = reader.get();
        MannerWords words = new MannerWords(exchange.known(detector), secrets.values(), Set.of());
        return pieces.read(Notation.plain(text)).pieces().stream()
                .map(piece -> words.read(piece, pieces))
                .toList();
    }

    /** Returns the message that is answered, as it is learnt from. */
    LeakFit.Asked asked() {
        Known known = exchange.known(detector);
        return new LeakFit.Asked(known.askedWords(), known.isQuestion());
    }

    private Leak weigh(Map<String, Double> evidence, Manner.Shares spoken) {
        LeakWeights weights = detector.weights();
        evidence.put("manner", spoken.begun());
        double begun = weights.probability(evidence, false);
        evidence.put("manner", spoken.whole());
        double whole = weights.probability(evidence, true);
        boolean sure = evidence.containsKey("disguise") || evidence.containsKey("key_stated");
        Leak.Verdict verdict = sure ? Leak.Verdict.CERTAIN : weights.verdict(begun, whole);
        return new Leak(whole, evidence, weights.strongest(evidence, TOLD), sure, verdict);
    }

    /**
     * Returns the stored solutions that a text has come near to, from its beginning to where it is now: those of the activity, and those
     * nearest to each part of the text. None goes away while it grows.
     */
    public List<StoredSolution> near(String text) {
        if (looked < 0 && exchange.activity() != null) {
            keep(detector.nearest(exchange.course(), exchange.activity()));
        }
        if (looked < 0 || text.length() < looked || text.length() >= looked + NEW) {
            int from = Math.max(0, Math.min(Math.max(looked, 0), text.length() - AROUND));
            keep(detector.nearest(exchange.course(), text.substring(from, Math.min(text.length(), from + MOST))));
            looked = text.length();
        }
        return List.copyOf(near.values());
    }

    private void keep(List<StoredSolution> found) {
        found.forEach(solution -> near.putIfAbsent(solution.id(), solution));
    }

    /** Returns what adds up with the replies before. */
    private Map<String, Double> together(String joined) {
        Evidence evidence = new Evidence(reader.get().read(joined), joined, detector.words());
        secrets.values().forEach(evidence::addUp);
        return evidence.found();
    }

    private Map<String, Double> evidence(String all, String text, Known known) {
        LeakWords words = detector.words();
        Reading reading = reader.get().read(all);
        Evidence evidence = new Evidence(reading, text, words);
        secrets.values().forEach(secret -> evidence.compare(secret, known));
        evidence.claims(known);
        evidence.form();
        evidence.limits(level, snippets);
        return evidence.found();
    }
}
