package io.github.activeia.core.cost;

import io.github.activeia.core.store.FailPolicy;
import java.time.Clock;
import java.util.List;

/**
 * Counters that all nodes share. Both methods are atomic, over all keys together, and no key is named twice in one call. An
 * implementation bounds the time of a call, and may throw any exception when it fails: {@link Budgets} then does what its
 * {@link FailPolicy} says. Implementations are thread-safe.
 */
public interface BudgetStore {
    /**
     * What came of taking.
     *
     * @param taken whether everything was added; if not, nothing was
     * @param used what each counter holds now, in the order of the claims
     */
    record Taken(boolean taken, List<Long> used) {
        /** Copies the list. */
        public Taken {
            used = List.copyOf(used);
        }
    }

    /** Adds all amounts if no counter passes its limit with it, and otherwise adds nothing. An amount of 0 always fits. */
    Taken take(List<BudgetClaim> claims);

    /** Adds all amounts, negative ones too, whatever the limits; a counter stops at 0. */
    void correct(List<BudgetClaim> claims);

    /** Returns counters in the memory of this node, which are gone when the process ends. */
    static BudgetStore inMemory() {
        return inMemory(Clock.systemUTC());
    }

    /** Returns counters in the memory of this node that live by a clock. */
    static BudgetStore inMemory(Clock clock) {
        return new InMemoryBudgetStore(clock);
    }
}
