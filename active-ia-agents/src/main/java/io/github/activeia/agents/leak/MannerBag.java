package io.github.activeia.agents.leak;

import io.github.activeia.agents.learning.SparseRow;
import java.util.Map;
import java.util.TreeMap;

/** The features of a text that is learnt from, by their numbers, with the number of sentences that have each. */
final class MannerBag {
    private final int[] numbers;
    private final double[] values;

    private MannerBag(int[] numbers, double[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    /** Makes one of sentences. */
    static MannerBag of(Iterable<int[]> sentences) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int[] sentence : sentences) {
            for (int number : sentence) {
                counts.merge(number, 1, Integer::sum);
            }
        }
        return new MannerBag(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToDouble(Manner::value).toArray());
    }

    int[] numbers() {
        return numbers.clone();
    }

    /** Returns the row for a classifier: rare features count for more, those without a rarity not at all, and the length is one. */
    SparseRow row(double[] rarities) {
        int[] columns = new int[numbers.length];
        double[] scaled = new double[numbers.length];
        int size = 0;
        double squares = 0;
        for (int i = 0; i < numbers.length; i++) {
            double value = values[i] * rarities[numbers[i]];
            if (value > 0) {
                columns[size] = numbers[i];
                scaled[size++] = value;
                squares += value * value;
            }
        }
        SparseRow row = new SparseRow(size);
        double length = Manner.length(squares);
        for (int i = 0; i < size; i++) {
            row.add(columns[i], scaled[i] / length);
        }
        return row;
    }
}
