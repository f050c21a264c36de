package io.github.activeia.core.cost;

/** What a budget is counted in, the one that leaves the least first. */
public enum Measure {
    /** Questions that were let through. */
    REQUESTS(Allowance.NOTHING),

    /** Tokens, input and output together. */
    TOKENS(Allowance.NO_MODEL),

    /** Money, in the currency of the budget. */
    MONEY(Allowance.CHEAPER_MODEL);

    private final Allowance leaves;

    Measure(Allowance leaves) {
        this.leaves = leaves;
    }

    /** Returns what may still be done when a budget in this measure is used up. */
    public Allowance leaves() {
        return leaves;
    }
}
