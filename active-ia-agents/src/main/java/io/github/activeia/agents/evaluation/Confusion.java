package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A confusion matrix. Not thread-safe. */
final class Confusion {
    private static final int WIDTH = 12;

    private final Map<CognitiveIntent, Map<CognitiveIntent, Integer>> counts = new EnumMap<>(CognitiveIntent.class);

    void add(CognitiveIntent expected, CognitiveIntent got) {
        counts.computeIfAbsent(expected, e -> new EnumMap<>(CognitiveIntent.class))
                .merge(got, 1, Integer::sum);
    }

    int count(CognitiveIntent expected, CognitiveIntent got) {
        return counts.getOrDefault(expected, Map.of()).getOrDefault(got, 0);
    }

    /** Returns precision, recall and F1 of an intent; of one that does not occur, nothing. */
    Optional<GatekeeperScores.Detection> detection(CognitiveIntent intent) {
        int row = 0;
        int column = 0;
        for (CognitiveIntent other : CognitiveIntent.values()) {
            row += count(intent, other);
            column += count(other, intent);
        }
        int hit = count(intent, intent);
        return row + column == 0
                ? Optional.empty()
                : Optional.of(new GatekeeperScores.Detection(
                        share(hit, column), share(hit, row), share(2 * hit, row + column)));
    }

    /** Returns the mean of the F1 of each intent that occurs. */
    double macroF1() {
        return Arrays.stream(CognitiveIntent.values())
                .flatMap(intent -> detection(intent).stream())
                .mapToDouble(GatekeeperScores.Detection::f1)
                .average()
                .orElse(Double.NaN);
    }

    double accuracy() {
        int right = 0;
        int all = 0;
        for (CognitiveIntent expected : CognitiveIntent.values()) {
            right += count(expected, expected);
            for (CognitiveIntent got : CognitiveIntent.values()) {
                all += count(expected, got);
            }
        }
        return share(right, all);
    }

    /** A share of nothing is no number. */
    static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : part / (double) whole;
    }

    /** Returns a table with the labels as rows and the answers as columns. */
    String table() {
        StringBuilder table = new StringBuilder(pad("expected"));
        for (CognitiveIntent intent : CognitiveIntent.values()) {
            table.append(pad(intent.name()));
        }
        for (CognitiveIntent expected : CognitiveIntent.values()) {
            table.append('\n').append(pad(expected.name()));
            for (CognitiveIntent got : CognitiveIntent.values()) {
                table.append(pad(String.valueOf(count(expected, got))));
            }
        }
        return table.append('\n').toString();
    }

    private static String pad(String text) {
        return " ".repeat(WIDTH - text.length()) + text;
    }
}
