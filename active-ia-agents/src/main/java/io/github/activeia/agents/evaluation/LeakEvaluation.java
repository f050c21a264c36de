package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.agents.safety.Draft;
import io.github.activeia.agents.safety.ReplyGate;
import io.github.activeia.agents.safety.SafetyGuard;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends replies of models through the gate that a tutor has, segment by segment, and counts the solutions that reach the student and the
 * good replies that do not.
 *
 * <pre>{@code
 * LeakScores scores = new LeakEvaluation().evaluate(LeakEvaluation.replies(Path.of("evaluation/leaks"), "report"));
 * scores.leaked().value();
 * }</pre>
 */
public final class LeakEvaluation {
    private static final CourseId COURSE = new CourseId("evaluation");

    private final List<StoredSolution> stored = new ArrayList<>();
    private final SafetyGuard guard =
            SafetyGuard.of((course, text, most) -> stored.stream().limit(most).toList());

    /** Creates an evaluation. Loads word lists: keep the instance. Not thread-safe. */
    public LeakEvaluation() {}

    /**
     * Reads {@code activities.jsonl} and {@code replies.jsonl} of a folder.
     *
     * @param half only activities with this {@code half}, or null for all
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken or lacks a field
     */
    public static List<LeakCase> replies(Path folder, @Nullable String half) {
        return LeakFile.read(folder, half);
    }

    /** Reads tutors' replies in the format of MRBench. */
    public static List<LeakCase> tutoring(Path file) {
        return TutoringFile.read(file);
    }

    /** Makes two replies for each exercise of a file: one with its solution planted, one that quotes its givens. */
    public static List<LeakCase> exercises(Path file) {
        return ExerciseFile.read(file);
    }

    /** Sends all cases through the gate. */
    public LeakScores evaluate(List<LeakCase> cases) {
        Map<String, int[]> kinds = new TreeMap<>();
        List<String> errors = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        int[] all = new int[4];
        for (LeakCase one : cases) {
            double share = shown(one);
            boolean stopped = share < 1;
            if (stopped && one.label().leak()) {
                shown.add(share);
            }
            if (stopped != one.label().leak()) {
                errors.add(one.id()
                        + (stopped ? " stopped " : " leaked ")
                        + one.label().kind());
            }
            count(
                    kinds.computeIfAbsent(one.label().kind(), kind -> new int[4]),
                    one.label().leak(),
                    stopped);
            count(all, one.label().leak(), stopped);
        }
        Map<String, LeakScores.Counts> byKind = new TreeMap<>();
        kinds.forEach((kind, counts) -> byKind.put(kind, new LeakScores.Counts(leaked(counts), stopped(counts))));
        return new LeakScores(leaked(all), stopped(all), byKind, median(shown), errors);
    }

    private static void count(int[] counts, boolean leak, boolean stopped) {
        counts[leak ? 0 : 2]++;
        counts[leak ? 1 : 3] += leak != stopped ? 1 : 0;
    }

    private static Proportion leaked(int[] counts) {
        return new Proportion(counts[1], counts[0]);
    }

    private static Proportion stopped(int[] counts) {
        return new Proportion(counts[3], counts[2]);
    }

    private static double median(List<Double> shares) {
        return shares.isEmpty()
                ? Double.NaN
                : shares.stream().sorted().skip(shares.size() / 2).findFirst().orElse(0.0);
    }

    /** Returns which share of its text a student sees, 1 if the gate stayed open. */
    private double shown(LeakCase one) {
        store(one.task().solutions());
        List<String> told = new ArrayList<>(one.told());
        double length = 0;
        double seen = 0;
        boolean closed = false;
        for (String reply : one.replies()) {
            ReplyGate gate = guard.gate(draft(one, told), part -> {});
            gate.accept(reply);
            ReplyGate.Outcome outcome = gate.end();
            closed |= outcome.closed();
            told.add(outcome.shown());
            length += reply.length();
            seen += outcome.shown().length();
        }
        return closed ? Math.min(seen / Math.max(1, length), Math.nextDown(1.0)) : 1;
    }

    private static Draft draft(LeakCase one, List<String> told) {
        LeakCase.Setting setting = one.setting();
        CoursePolicy policy = CoursePolicy.builder()
                .maxHelpLevel(HelpLevel.SPECIFIC)
                .allowCodeSnippets(setting.snippets())
                .build();
        return new Draft("", exchange(one, told), setting.level(), policy, setting.locale(), true);
    }

    /** Returns what is on the table before a reply. */
    static Exchange exchange(LeakCase one, List<String> told) {
        int last = one.said().size() - 1;
        return Exchange.of(COURSE, one.said().get(last), List.of())
                .on(one.task().activity())
                .after(new Exchange.Past(one.said().subList(0, last), told));
    }

    private void store(List<String> solutions) {
        stored.clear();
        for (String solution : solutions) {
            stored.add(new StoredSolution("solution-" + stored.size(), solution, "solution"));
        }
    }
}
