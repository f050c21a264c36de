package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts agreements and disagreements. Not thread-safe. */
final class Tally {
    private final Confusion matrix = new Confusion();
    private final Counts delegation = new Counts();
    private final Counts injection = new Counts();
    private final List<GatekeeperScores.Disagreement> errors = new ArrayList<>();
    private int withPii;
    private int exactPii;
    private int damaged;

    /** True and false positives and false negatives. */
    static final class Counts {
        private int truePositives;
        private int falsePositives;
        private int falseNegatives;

        void add(boolean expected, boolean got) {
            truePositives += expected && got ? 1 : 0;
            falsePositives += !expected && got ? 1 : 0;
            falseNegatives += expected && !got ? 1 : 0;
        }

        GatekeeperScores.Detection detection() {
            return new GatekeeperScores.Detection(
                    share(truePositives, truePositives + falsePositives),
                    share(truePositives, truePositives + falseNegatives),
                    share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives));
        }
    }

    /** A share of nothing is no number. */
    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : part / (double) whole;
    }

    void add(LabelledMessage expected, Observed got) {
        matrix.add(expected.intent(), got.intent());
        delegation.add(expected.delegation(), got.delegation());
        injection.add(expected.injection(), got.injection());
        compare(expected.id(), "intent", expected.intent(), got.intent());
        compare(expected.id(), "delegation", expected.delegation(), got.delegation());
        compare(expected.id(), "injection", expected.injection(), got.injection());
        compare(expected.id(), "pii", new TreeSet<>(expected.pii()), new TreeSet<>(got.pii()));
        if (expected.pii().isEmpty()) {
            damaged += got.pii().isEmpty() ? 0 : 1;
        } else {
            withPii++;
            exactPii += expected.pii().equals(got.pii()) ? 1 : 0;
        }
    }

    private void compare(String id, String label, Object expected, Object got) {
        if (!expected.equals(got)) {
            errors.add(new GatekeeperScores.Disagreement(id, label, expected.toString(), got.toString()));
        }
    }

    GatekeeperScores scores() {
        Map<CognitiveIntent, GatekeeperScores.Detection> perClass = new EnumMap<>(CognitiveIntent.class);
        int right = 0;
        int all = 0;
        for (CognitiveIntent intent : CognitiveIntent.values()) {
            int row = 0;
            int column = 0;
            for (CognitiveIntent other : CognitiveIntent.values()) {
                row += matrix.count(intent, other);
                column += matrix.count(other, intent);
            }
            int hit = matrix.count(intent, intent);
            right += hit;
            all += row;
            if (row + column > 0) {
                perClass.put(
                        intent,
                        new GatekeeperScores.Detection(
                                share(hit, column), share(hit, row), share(2 * hit, row + column)));
            }
        }
        double macro = perClass.values().stream()
                .mapToDouble(GatekeeperScores.Detection::f1)
                .average()
                .orElse(Double.NaN);
        return new GatekeeperScores(
                new GatekeeperScores.Intents(share(right, all), macro, perClass),
                delegation.detection(),
                injection.detection(),
                new GatekeeperScores.Pii(share(exactPii, withPii), damaged),
                matrix.table(),
                errors);
    }
}
