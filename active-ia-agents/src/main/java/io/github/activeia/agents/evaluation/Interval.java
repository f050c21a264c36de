package io.github.activeia.agents.evaluation;

import java.util.Locale;

/**
 * Where a share lies with 95 % confidence.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959964;

    /** Returns the interval of Wilson (1927) for a share; {@code NaN} of nothing. */
    public static Interval wilson(int hits, int of) {
        if (of == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double share = hits / (double) of;
        double z2 = Z * Z / of;
        double centre = (share + z2 / 2) / (1 + z2);
        double reach = Z / (1 + z2) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of));
        return new Interval(Math.max(0, centre - reach), Math.min(1, centre + reach));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
    }
}
