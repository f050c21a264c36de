package io.github.activeia.core.cost;

import io.github.activeia.core.store.FailPolicy;
import java.math.BigDecimal;

/** Whether a question may use what was asked for. */
public sealed interface BudgetAnswer {
    /** Returns how far the chain may go. */
    Allowance allowance();

    /**
     * It may, and it is counted.
     *
     * @param reservation to be settled after the call
     */
    record Granted(Reservation reservation) implements BudgetAnswer {
        @Override
        public Allowance allowance() {
            return Allowance.THIS_MODEL;
        }
    }

    /**
     * It may not, and nothing was counted.
     *
     * @param line the limit that would be passed; the one that leaves the least, where there are several
     * @param wanted how much was asked for, in the measure of the line
     */
    record Exhausted(BudgetLine line, BigDecimal wanted) implements BudgetAnswer {
        @Override
        public Allowance allowance() {
            return line.measure().leaves();
        }
    }

    /**
     * There is a budget of money, but the call's price is not known, or is in another currency; nothing was counted. Give the model a
     * price in the list.
     *
     * @param scope whose budget it is
     */
    record Unpriced(Scope scope) implements BudgetAnswer {
        @Override
        public Allowance allowance() {
            return Allowance.CHEAPER_MODEL;
        }
    }

    /** The store did not answer, and the budgets {@linkplain FailPolicy#CLOSED fail closed}. */
    record Unavailable() implements BudgetAnswer {
        @Override
        public Allowance allowance() {
            return Allowance.NOTHING;
        }
    }
}
