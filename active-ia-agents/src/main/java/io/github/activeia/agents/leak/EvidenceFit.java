package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.LeakFit.Beginning;
import io.github.activeia.agents.leak.LeakFit.Reply;
import io.github.activeia.agents.learning.NonNegativeRegression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            Map.of("chain_orient", 4.6, "told_result", 4.6, "told_final", 4.6);

    private final List<Reply> replies;
    private final List<String> kinds;

    /** Of each reply and each beginning: the values, as the weights take them. */
    private final List<double[][]> rows = new ArrayList<>();

    /**
     * Creates one.
     *
     * @param replies all replies
     * @param manner of each reply and each beginning, how it speaks by what was learnt from other authors
     */
    EvidenceFit(List<Reply> replies, List<double[]> manner) {
        this.replies = replies;
        TreeSet<String> found = new TreeSet<>();
        for (Reply reply : replies) {
            reply.beginnings()
                    .forEach(beginning -> found.addAll(beginning.evidence().keySet()));
        }
        found.add(MANNER);
        kinds = List.copyOf(found);
        for (int reply = 0; reply < replies.size(); reply++) {
            List<double[]> beginnings = new ArrayList<>();
            for (Beginning beginning : replies.get(reply).beginnings()) {
                beginnings.add(row(beginning.evidence(), manner.get(reply)[beginnings.size()]));
            }
            rows.add(beginnings.toArray(double[][]::new));
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

    /** Learns from some of the replies. */
    NonNegativeRegression.Fitted learn(List<Integer> chosen) {
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

    /** Returns the probability at each beginning of a reply. */
    double[] probabilities(int reply, NonNegativeRegression.Fitted fitted) {
        double[][] all = rows.get(reply);
        double[] probabilities = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            probabilities[i] = 1 / (1 + StrictMath.exp(-fitted.score(all[i])));
        }
        return probabilities;
    }

    /** Returns what {@link LeakWeights} reads, apart from the thresholds. */
    List<String> lines(NonNegativeRegression.Fitted fitted) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "bias %.2f", fitted.bias()));
        Map<String, Double> byName = new HashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            byName.put(kinds.get(kind), fitted.weight(2 * kind));
            byName.put(kinds.get(kind) + "+", fitted.weight(2 * kind + 1));
        }
        new TreeSet<>(byName.keySet()).forEach(name -> {
            String weight = String.format(Locale.ROOT, "%.2f", byName.getOrDefault(name, 0.0));
            if (!weight.equals("0.00")) {
                lines.add(name + " " + weight);
            }
        });
        return lines;
    }
}
