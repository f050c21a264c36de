package io.github.activeia.agents.evaluation;

import java.util.Locale;

/**
 * Where a share lies with 95 % confidence.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
    }
}
