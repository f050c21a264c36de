package io.github.activeia.core.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How one limit stands.
 *
 * @param scope whose budget it is
 * @param measure what it is counted in
 * @param window the time for which it counts
 * @param limit how much may be used: requests, tokens, or an amount of the currency
 * @param used how much is used, what is reserved at this moment included; it passes the limit only where a call took more than was
 *     reserved for it
 * @param currency the currency of money, null for the other measures
 * @param resetsAt when counting begins anew
 */
public record BudgetLine(
        Scope scope,
        Measure measure,
        Window window,
        BigDecimal limit,
        BigDecimal used,
        @Nullable Currency currency,
        Instant resetsAt) {
    /** Drops the trailing zeros, so that equal amounts are equal. */
    public BudgetLine {
        limit = plain(limit);
        used = plain(used);
    }

    /** Returns what may still be used, never negative. */
    public BigDecimal remaining() {
        return plain(limit.subtract(used).max(BigDecimal.ZERO));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return scope + " " + measure + " per " + window + ": " + used.toPlainString() + " of " + limit.toPlainString()
                + (currency == null ? "" : " " + currency) + ", resets at " + resetsAt;
    }
}
