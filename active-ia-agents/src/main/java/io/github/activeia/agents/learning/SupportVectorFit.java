package io.github.activeia.agents.learning;

import java.util.List;

/**
 * Fits a linear support vector machine with the squared hinge loss and an L2 penalty, by dual coordinate descent (Hsieh, Chang, Lin,
 * Keerthi and Sundararajan 2008). The rows are taken in the same order each time, so the same rows give the same weights.
 */
public final class SupportVectorFit {
    private static final int MOST_SWEEPS = 200;
    private static final double ENOUGH = 1e-3;

    private SupportVectorFit() {}

    /**
     * Learns to tell rows apart.
     *
     * @param rows at least one
     * @param labels as many; true is above 0
     * @param costs as many; how much a row on the wrong side counts, more than 0
     * @param columns how many columns the rows have
     * @return the weight of each column and, at the end, the bias
     */
    public static double[] fit(List<SparseRow> rows, List<Boolean> labels, List<Double> costs, int columns) {
        double[] weights = new double[columns + 1];
        double[] duals = new double[rows.size()];
        double[] diagonal = new double[rows.size()];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = rows.get(i).squares() + 1 + 1 / (2 * costs.get(i));
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double furthest = 0;
            for (int i = 0; i < duals.length; i++) {
                double sign = labels.get(i) ? 1 : -1;
                double score = rows.get(i).times(weights) + weights[columns];
                double gradient = sign * score - 1 + duals[i] / (2 * costs.get(i));
                double before = duals[i];
                duals[i] = Math.max(0, before - gradient / diagonal[i]);
                double step = (duals[i] - before) * sign;
                if (step != 0) {
                    rows.get(i).addTo(weights, step);
                    weights[columns] += step;
                }
                furthest = Math.max(furthest, Math.abs(duals[i] - before));
            }
            if (furthest < ENOUGH) {
                break;
            }
        }
        return weights;
    }
}
