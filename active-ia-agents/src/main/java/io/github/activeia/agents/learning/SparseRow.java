package io.github.activeia.agents.learning;

import java.util.Arrays;

/** A row of numbers most of which are 0: the others with their columns. Not thread-safe. */
public final class SparseRow {
    private int[] columns;
    private double[] values;
    private int size;

    /**
     * Creates an empty one with room.
     *
     * @param expected how many numbers there will be, about, at least 0; more fit too
     */
    public SparseRow(int expected) {
        columns = new int[Math.max(1, expected)];
        values = new double[Math.max(1, expected)];
    }

    /** Adds the number of a column, which must not be there yet. */
    public void add(int column, double value) {
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        columns[size] = column;
        values[size++] = value;
    }

    /** Returns the sum of the products with some weights, one for each column. */
    public double times(double[] weights) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[columns[i]] * values[i];
        }
        return sum;
    }

    double squares() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    /** Adds the row times a factor to some weights. */
    void addTo(double[] weights, double factor) {
        for (int i = 0; i < size; i++) {
            weights[columns[i]] += factor * values[i];
        }
    }
}
