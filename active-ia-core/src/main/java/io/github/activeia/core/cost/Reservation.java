package io.github.activeia.core.cost;

import io.github.activeia.core.cost.Budgets.Claimed;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What was counted for a call before it was made. Settle it when the call has ended, or release it when the call took nothing. A
 * reservation that is neither settled nor released, because the process died or because the provider did not say what the call took,
 * stays counted until its window ends: too much is counted, never too little.
 *
 * <p>The first of {@code settle} and {@code release} counts, further calls have no effect, and neither ever fails: if the store does
 * not answer, what was reserved stays counted. Thread-safe.
 */
public final class Reservation {
    private final Budgets budgets;
    private final BudgetStore store;
    private final List<Claimed> claims;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Reservation(Budgets budgets, BudgetStore store, List<Claimed> claims) {
        this.budgets = budgets;
        this.store = store;
        this.claims = List.copyOf(claims);
    }

    /**
     * Replaces what was reserved by what the call took. Where its money is not known, what was reserved stays. What goes beyond the
     * reservation is counted too, even past the limit.
     */
    public void settle(Spending actual) {
        if (open.compareAndSet(true, false)) {
            budgets.correct(store, claims, actual);
        }
    }

    /** Gives everything back, the request included: the call was not made, or took nothing. */
    public void release() {
        settle(Spending.NOTHING);
    }

    /** Returns how the limits stand with this reservation counted, as they were when it was made. */
    public BudgetStatus status() {
        return new BudgetStatus(claims.stream().map(Claimed::line).toList(), budgets.shares(store));
    }
}
