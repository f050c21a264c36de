package io.github.activeia.core.cost;

import java.time.Duration;

/**
 * What is to be added to one counter.
 *
 * @param key names the counter, its window included
 * @param amount what to add; when taking not negative, and 0 only asks how much is used
 * @param limit how much the counter may hold; below 2^53
 * @param keep how long the counter must live from now on, more than zero
 */
public record BudgetClaim(String key, long amount, long limit, Duration keep) {
    BudgetClaim withAmount(long other) {
        return new BudgetClaim(key, other, limit, keep);
    }

    boolean exceeds(long used) {
        return amount > 0 && used + amount > limit;
    }
}
