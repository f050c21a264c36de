package io.github.activeia.agents.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fits a linear classifier. Not thread-safe. */
final class LinearFit {
    private static final long SEED = 7;
    private static final double SMALLEST = 1e-6;

    private final FeatureRows rows = new FeatureRows();
    private final List<Row> known;
    private final int classes;
    private final Fitting fitting;
    private float[] weights = {};
    private float[] squares = {};

    LinearFit(List<Example> examples, int classes, Fitting fitting) {
        this.classes = classes;
        this.fitting = fitting;
        number(examples);
        this.known = examples.stream().map(this::row).toList();
    }

    /** An example with the numbers of its features. */
    private static final class Row {
        private final int[] numbers;
        private final float[] values;
        private final int label;

        private Row(int[] numbers, float[] values, int label) {
            this.numbers = numbers;
            this.values = values;
            this.label = label;
        }
    }

    /** Numbers the features that enough examples have, in the order in which they come. */
    private void number(List<Example> examples) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (Example example : examples) {
            Features features = example.features();
            Set<Integer> own = new HashSet<>();
            for (int i = 0; i < features.size(); i++) {
                int key = FeatureRows.key(features.name(i));
                if (own.add(key) && seen.merge(key, 1, Integer::sum) == fitting.rarest()) {
                    rows.add(key);
                }
            }
        }
    }

    private Row row(Example example) {
        Features features = example.features();
        int[] numbers = new int[features.size()];
        float[] values = new float[features.size()];
        int size = 0;
        for (int i = 0; i < features.size(); i++) {
            int row = rows.of(features.name(i));
            if (row >= 0) {
                numbers[size] = row;
                values[size++] = features.value(i);
            }
        }
        return new Row(Arrays.copyOf(numbers, size), Arrays.copyOf(values, size), example.label());
    }

    /** Fits once; each number orders the examples differently. */
    LinearClassifier fit(int number) {
        weights = new float[rows.size() * classes];
        squares = new float[rows.size() * classes];
        List<Row> order = new ArrayList<>(known);
        Random random = new Random(SEED + number);
        for (int round = 0; round < fitting.rounds(); round++) {
            Collections.shuffle(order, random);
            order.forEach(this::step);
        }
        return new LinearClassifier(rows, weights, classes);
    }

    private void step(Row row) {
        double[] sums = new double[classes];
        for (int i = 0; i < row.numbers.length; i++) {
            for (int c = 0; c < classes; c++) {
                sums[c] += weights[row.numbers[i] * classes + c] * row.values[i];
            }
        }
        double[] errors = LinearClassifier.shares(sums);
        errors[row.label] -= 1;
        for (int i = 0; i < row.numbers.length; i++) {
            for (int c = 0; c < classes; c++) {
                int at = row.numbers[i] * classes + c;
                double slope = errors[c] * row.values[i] + fitting.penalty() * weights[at];
                squares[at] += (float) (slope * slope);
                weights[at] -= (float) (fitting.rate() * slope / (SMALLEST + Math.sqrt(squares[at])));
            }
        }
    }
}
