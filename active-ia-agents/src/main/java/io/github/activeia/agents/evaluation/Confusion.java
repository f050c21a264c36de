package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.EnumMap;
import java.util.Map;

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
