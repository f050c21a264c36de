package io.github.activeia.rag.evaluation;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty, fitted by gradient descent with momentum on standardised figures. What it returns applies to
 * the figures as they are.
 */
final class LogisticRegression {
    private static final int STEPS = 4_000;
    private static final double RATE = 0.2;
    private static final double MOMENTUM = 0.9;

    private final double[] mean;
    private final double[] deviation;
    private final double[] weights;
    private double intercept;

    private LogisticRegression(double[][] rows) {
        int columns = rows[0].length;
        mean = new double[columns];
        deviation = new double[columns];
        weights = new double[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            mean[c] = Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElse(0);
            double variance = Arrays.stream(rows)
                    .mapToDouble(r -> Math.pow(r[column] - mean[column], 2))
                    .average()
                    .orElse(0);
            deviation[c] = variance < 1e-12 ? 1 : Math.sqrt(variance);
        }
    }

    /**
     * Fits.
     *
     * @param rows the figures of each example
     * @param labels of each example
     * @param importance of each example
     * @param penalty on the squares of the standardised weights, 0 or more
     */
    static LogisticRegression fit(double[][] rows, boolean[] labels, double[] importance, double penalty) {
        LogisticRegression model = new LogisticRegression(rows);
        double[][] standard = Arrays.stream(rows).map(model::standardise).toArray(double[][]::new);
        double total = Arrays.stream(importance).sum();
        double[] velocity = new double[model.weights.length + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = model.gradient(standard, labels, importance);
            for (int c = 0; c < model.weights.length; c++) {
                double slope = gradient[c] / total + penalty * model.weights[c];
                velocity[c] = MOMENTUM * velocity[c] - RATE * slope;
                model.weights[c] += velocity[c];
            }
            int last = model.weights.length;
            velocity[last] = MOMENTUM * velocity[last] - RATE * gradient[last] / total;
            model.intercept += velocity[last];
        }
        return model;
    }

    /** Returns the weights for figures that are not standardised. */
    double[] weights() {
        double[] plain = new double[weights.length];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = weights[c] / deviation[c];
        }
        return plain;
    }

    /** Returns the constant for figures that are not standardised. */
    double intercept() {
        double plain = intercept;
        for (int c = 0; c < weights.length; c++) {
            plain -= weights[c] * mean[c] / deviation[c];
        }
        return plain;
    }

    private double[] gradient(double[][] rows, boolean[] labels, double[] importance) {
        double[] gradient = new double[weights.length + 1];
        for (int r = 0; r < rows.length; r++) {
            double sum = intercept;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] * rows[r][c];
            }
            double error = importance[r] * (1 / (1 + Math.exp(-sum)) - (labels[r] ? 1 : 0));
            for (int c = 0; c < weights.length; c++) {
                gradient[c] += error * rows[r][c];
            }
            gradient[weights.length] += error;
        }
        return gradient;
    }

    private double[] standardise(double[] row) {
        double[] standard = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            standard[c] = (row[c] - mean[c]) / deviation[c];
        }
        return standard;
    }
}
