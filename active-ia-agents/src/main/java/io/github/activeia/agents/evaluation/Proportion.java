package io.github.activeia.agents.evaluation;

import java.util.Locale;

/**
 * A share with its 95 % interval by Wilson's score (E. B. Wilson, 1927), which holds near 0 and 1 and for few cases too.
 *
 * @param hits how many, 0 to {@code total}
 * @param total of how many
 */
public record Proportion(int hits, int total) {
    private static final double Z = 1.959964;

    /** Returns the share, or {@code NaN} of nothing. */
    public double value() {
        return total == 0 ? Double.NaN : hits / (double) total;
    }

    /** Returns the lower end of the interval, or {@code NaN} of nothing. */
    public double low() {
        return total == 0 ? Double.NaN : Math.max(0, middle() - reach());
    }

    /** Returns the upper end of the interval, or {@code NaN} of nothing. */
    public double high() {
        return total == 0 ? Double.NaN : Math.min(1, middle() + reach());
    }

    private double middle() {
        return (value() + Z * Z / (2 * total)) / (1 + Z * Z / total);
    }

    private double reach() {
        double variance = value() * (1 - value()) / total + Z * Z / (4.0 * total * total);
        return Z * Math.sqrt(variance) / (1 + Z * Z / total);
    }

    @Override
    public String toString() {
        return total == 0
                ? "-"
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f] %d/%d", value(), low(), high(), hits, total);
    }
}
