package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.LeakFit.Beginning;
import io.github.activeia.agents.leak.LeakFit.Reply;
import io.github.activeia.agents.learning.NonNegativeRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns how much each kind of evidence counts, and how much it counts for a leak how a reply speaks. */
final class EvidenceFit {
    private static final String MANNER = "manner";
    private static final double PENALTY = 1;
    private static final double MANNER_PENALTY = 0.02;
    private static final int ROUNDS = 3;
    private static final int SWEEPS = 60;

    /** Each of these is enough by itself: four different steps in one sentence at level 1, a value of a stored solution that is announced as a result, any new value right behind words such as "the answer is". */
    private static final Map<String, Double> BY_HAND =
            Map.of("chain_orient", 4.6, "told_result", 4.6, "told_final", 4.6, "final_exact", 3.0);

    private final List<Reply> replies;
    private final List<String> kinds;

    /** Of each reply and each beginning: the values, as the weights take them, as if the text went on. */
    private final List<double[][]> begun = new ArrayList<>();

    /** Of each reply, and each of those that follow each other: the same of the whole text. */
    private final List<double[][]> whole = new ArrayList<>();

    /**
     * Creates one.
     *
     * @param replies all replies
     * @param manner of each reply and each beginning, how it speaks by what was learnt from other authors: as one that goes on, and as a
     *     whole text
     */
    EvidenceFit(List<Reply> replies, List<double[][]> manner) {
        this.replies = replies;
        TreeSet<String> found = new TreeSet<>();
        for (Reply reply : replies) {
            reply.beginnings()
                    .forEach(beginning -> found.addAll(beginning.evidence().keySet()));
        }
        found.add(MANNER);
        kinds = List.copyOf(found);
        for (int reply = 0; reply < replies.size(); reply++) {
            List<double[]> all = new ArrayList<>();
            List<double[]> ends = new ArrayList<>();
            for (Beginning beginning : replies.get(reply).beginnings()) {
                double[][] spoken = manner.get(reply);
                if (beginning.whole()) {
                    ends.add(row(beginning.evidence(), spoken[1][all.size()]));
                }
                all.add(row(beginning.evidence(), spoken[0][all.size()]));
            }
            begun.add(all.toArray(double[][]::new));
            whole.add(ends.toArray(double[][]::new));
        }
    }

    private double[] row(Map<String, Double> evidence, double manner) {
        double[] row = new double[2 * kinds.size()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            String name = kinds.get(kind);
            double value = name.equals(MANNER) ? manner : evidence.getOrDefault(name, 0.0);
            row[2 * kind] = value;
            row[2 * kind + 1] = LeakWeights.above(value);
        }
        return row;
    }

    /** What was learnt: how a text is judged that goes on, and a whole one. */
    record Learnt(NonNegativeRegression.Fitted begun, NonNegativeRegression.Fitted whole) {}

    /** Learns from some of the replies. */
    Learnt learn(List<Integer> chosen) {
        return new Learnt(learn(chosen, begun), learn(chosen, whole));
    }

    private NonNegativeRegression.Fitted learn(List<Integer> chosen, List<double[][]> rows) {
        double[] penalties = new double[2 * kinds.size()];
        double[] offsets = new double[penalties.length];
        for (int kind = 0; kind < kinds.size(); kind++) {
            double penalty = kinds.get(kind).equals(MANNER) ? MANNER_PENALTY : PENALTY;
            penalties[2 * kind] = penalty;
            penalties[2 * kind + 1] = penalty;
            offsets[2 * kind] = BY_HAND.getOrDefault(kinds.get(kind), 0.0);
        }
        boolean[] labels = new boolean[chosen.size()];
        double[][] worst = new double[chosen.size()][];
        for (int i = 0; i < labels.length; i++) {
            double[][] all = rows.get(chosen.get(i));
            labels[i] = replies.get(chosen.get(i)).leak();
            worst[i] = all[all.length - 1];
        }
        NonNegativeRegression.Fitted fitted = NonNegativeRegression.fit(worst, labels, offsets, penalties, SWEEPS);
        for (int round = 1; round < ROUNDS; round++) {
            for (int i = 0; i < labels.length; i++) {
                for (double[] row : rows.get(chosen.get(i))) {
                    worst[i] = fitted.score(row) > fitted.score(worst[i]) ? row : worst[i];
                }
            }
            fitted = NonNegativeRegression.fit(worst, labels, offsets, penalties, SWEEPS);
        }
        return fitted;
    }

    /** Returns whether a reply is stopped. */
    boolean stops(int reply, Learnt learnt, LeakFit.Thresholds thresholds) {
        List<Beginning> beginnings = replies.get(reply).beginnings();
        double[][] all = begun.get(reply);
        int ends = 0;
        for (int i = 0; i < all.length; i++) {
            boolean end = beginnings.get(i).whole();
            double probability =
                    end ? probability(learnt.whole, whole.get(reply)[ends++]) : probability(learnt.begun, all[i]);
            if (probability >= (end ? thresholds.threshold() : thresholds.close())) {
                return true;
            }
        }
        return false;
    }

    private static double probability(NonNegativeRegression.Fitted fitted, double[] row) {
        return 1 / (1 + StrictMath.exp(-fitted.score(row)));
    }

    /** Returns what {@link LeakWeights} reads, apart from the thresholds. */
    List<String> lines(Learnt learnt) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "bias %.2f %.2f", learnt.begun.bias(), learnt.whole.bias()));
        Map<String, String> byName = new TreeMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            byName.put(kinds.get(kind), weights(learnt, 2 * kind));
            byName.put(kinds.get(kind) + "+", weights(learnt, 2 * kind + 1));
        }
        byName.forEach((name, both) -> {
            if (!both.equals("0.00 0.00")) {
                lines.add(name + " " + both);
            }
        });
        return lines;
    }

    private static String weights(Learnt learnt, int column) {
        return String.format(Locale.ROOT, "%.2f %.2f", learnt.begun.weight(column), learnt.whole.weight(column));
    }
}
