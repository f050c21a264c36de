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

/**
 * Multinomial logistic regression over sparse features, fitted by AdaGrad (Duchi, Hazan and Singer 2011) with an L2 penalty. Immutable
 * and thread-safe; the time of a look is linear in the number of features.
 */
public final class LinearClassifier {
    private static final long SEED = 7;
    private static final double SMALLEST = 1e-6;

    private final Map<Long, Integer> rows;
    private final float[][] weights;
    private final int classes;

    private LinearClassifier(Map<Long, Integer> rows, int classes) {
        this.rows = rows;
        this.classes = classes;
        this.weights = new float[rows.size()][classes];
    }

    /** Learns from examples; the same ones in the same order give the same classifier. */
    public static LinearClassifier fit(List<Example> examples, int classes, Fitting fitting) {
        LinearClassifier fitted = new LinearClassifier(common(examples, fitting.rarest()), classes);
        List<Row> known = examples.stream().map(fitted::row).toList();
        List<Row> order = new ArrayList<>(known);
        float[][] squares = new float[fitted.weights.length][classes];
        Random random = new Random(SEED);
        for (int round = 0; round < fitting.rounds(); round++) {
            Collections.shuffle(order, random);
            order.forEach(row -> fitted.step(row, squares, fitting));
        }
        return fitted;
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

    private static Map<Long, Integer> common(List<Example> examples, int rarest) {
        Map<Long, Integer> seen = new HashMap<>();
        for (Example example : examples) {
            Set<Long> own = new HashSet<>();
            for (int i = 0; i < example.features().size(); i++) {
                own.add(example.features().name(i));
            }
            own.forEach(name -> seen.merge(name, 1, Integer::sum));
        }
        Map<Long, Integer> rows = new HashMap<>();
        for (Map.Entry<Long, Integer> entry : seen.entrySet()) {
            if (entry.getValue() >= rarest) {
                rows.put(entry.getKey(), rows.size());
            }
        }
        return rows;
    }

    private Row row(Example example) {
        Features features = example.features();
        int[] numbers = new int[features.size()];
        float[] values = new float[features.size()];
        int known = 0;
        for (int i = 0; i < features.size(); i++) {
            Integer row = rows.get(features.name(i));
            if (row != null) {
                numbers[known] = row;
                values[known++] = features.value(i);
            }
        }
        return new Row(Arrays.copyOf(numbers, known), Arrays.copyOf(values, known), example.label());
    }

    private void step(Row row, float[][] squares, Fitting fitting) {
        double[] sums = new double[classes];
        for (int i = 0; i < row.numbers.length; i++) {
            addTo(sums, row.numbers[i], row.values[i]);
        }
        double[] errors = shares(sums);
        errors[row.label] -= 1;
        for (int i = 0; i < row.numbers.length; i++) {
            float[] weight = weights[row.numbers[i]];
            float[] square = squares[row.numbers[i]];
            for (int c = 0; c < classes; c++) {
                double slope = errors[c] * row.values[i] + fitting.penalty() * weight[c];
                square[c] += (float) (slope * slope);
                weight[c] -= (float) (fitting.rate() * slope / (SMALLEST + Math.sqrt(square[c])));
            }
        }
    }

    private void addTo(double[] sums, int row, float value) {
        float[] weight = weights[row];
        for (int c = 0; c < classes; c++) {
            sums[c] += weight[c] * value;
        }
    }

    /** Returns a score for each class; the difference of two is the logarithm of their odds. */
    public double[] scores(Features features) {
        double[] sums = new double[classes];
        for (int i = 0; i < features.size(); i++) {
            Integer row = rows.get(features.name(i));
            if (row != null) {
                addTo(sums, row, features.value(i));
            }
        }
        return sums;
    }

    /** Returns the probability of each class. */
    public double[] probabilities(Features features) {
        return shares(scores(features));
    }

    /**
     * Returns how much the features of each place speak for a class, against the mean of all classes.
     *
     * @param places how many places there are; features of others are left out
     */
    public double[] contributions(Features features, int label, int places) {
        double[] found = new double[places];
        for (int i = 0; i < features.size(); i++) {
            Integer row = rows.get(features.name(i));
            int place = features.mark(i);
            if (row != null && place >= 0 && place < places) {
                double mean = 0;
                for (float weight : weights[row]) {
                    mean += weight / classes;
                }
                found[place] += (weights[row][label] - mean) * features.value(i);
            }
        }
        return found;
    }

    /** Returns the shares of exp(score), the softmax. */
    public static double[] shares(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            shares[c] = Math.exp(scores[c] - most);
            sum += shares[c];
        }
        for (int c = 0; c < scores.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }
}
