package io.github.activeia.samples.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers as the report shows them: three digits are all that a run repeats. */
public final class Figures {
    private static final String NONE = "–";
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** Returns a number with three digits. */
    public static String of(double value) {
        if (Math.abs(value) >= 1000) {
            return count(Math.round(value));
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns a whole number with all its digits. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a share with three decimals, or a dash. */
    static String share(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    static String seconds(@Nullable Duration duration) {
        return duration == null ? NONE : of(duration.toNanos() / 1e9);
    }

    /** Returns how many rows were stored in a second, or a dash. */
    static String rate(int rows, @Nullable Duration duration) {
        return duration == null ? NONE : count(Math.round(rows * 1e9 / Math.max(1, duration.toNanos())));
    }
}
