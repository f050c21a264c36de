package io.github.activeia.agents.learning;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Logistic regression whose weights are not negative, so that more evidence never makes a case less likely. Fitted by cyclic coordinate
 * descent with one Newton step each and an L2 penalty. The same rows in the same order give the same weights.
 */
public final class NonNegativeRegression {
    private static final double ENOUGH = 1e-4;

    private final double[][] columns;
    private final boolean[] labels;
    private final double[] weights;
    private double bias;
    private final double[] sums;

    private NonNegativeRegression(double[][] rows, boolean[] labels, double[] offsets) {
        this.columns = columns(rows, offsets.length);
        this.labels = labels;
        this.weights = new double[offsets.length];
        this.sums = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < offsets.length; j++) {
                sums[i] += offsets[j] * rows[i][j];
            }
        }
    }

    private static double[][] columns(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    /** The result. */
    public static final class Fitted {
        private final double bias;
        private final double[] weights;

        private Fitted(double bias, double[] weights) {
            this.bias = bias;
            this.weights = weights;
        }

        /** Returns the logarithm of the odds without any evidence. */
        public double bias() {
            return bias;
        }

        /** Returns the weight of a column, at least its offset. */
        public double weight(int column) {
            return weights[column];
        }

        /** Returns the logarithm of the odds of a case. */
        public double score(double[] row) {
            double sum = bias;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * row[j];
            }
            return sum;
        }
    }

    /**
     * Fits.
     *
     * @param rows the cases, each with as many values as there are penalties
     * @param labels whether each case is one of those looked for
     * @param offsets what each weight has at least
     * @param penalties how strongly what is above the offset is held small, more than 0
     * @param sweeps how often every weight is looked at, at most
     */
    public static Fitted fit(double[][] rows, boolean[] labels, double[] offsets, double[] penalties, int sweeps) {
        NonNegativeRegression fit = new NonNegativeRegression(rows, labels, offsets);
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double moved = Math.abs(fit.step(ones, fit.bias, 0, Double.NEGATIVE_INFINITY, value -> fit.bias = value));
            for (int j = 0; j < penalties.length; j++) {
                int at = j;
                moved = Math.max(
                        moved,
                        Math.abs(fit.step(
                                fit.columns[j], fit.weights[j], penalties[j], 0, value -> fit.weights[at] = value)));
            }
            if (moved < ENOUGH) {
                break;
            }
        }
        double[] weights = fit.weights.clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] += offsets[j];
        }
        return new Fitted(fit.bias, weights);
    }

    /** Moves one weight to where its slope is nought, as far as it may go, and returns how far it went. */
    private double step(double[] column, double weight, double penalty, double least, DoubleConsumer set) {
        double slope = penalty * weight;
        double curve = penalty + 1e-9;
        for (int i = 0; i < column.length; i++) {
            double value = column[i];
            if (value != 0) {
                double probability = 1 / (1 + StrictMath.exp(-sums[i]));
                slope += (probability - (labels[i] ? 1 : 0)) * value;
                curve += probability * (1 - probability) * value * value;
            }
        }
        double next = Math.max(least, weight - Math.max(-1, Math.min(1, slope / curve)));
        double moved = next - weight;
        if (moved != 0) {
            set.accept(next);
            for (int i = 0; i < column.length; i++) {
                sums[i] += moved * column[i];
            }
        }
        return moved;
    }
}
