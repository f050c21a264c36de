package io.github.activeia.core.cost;

/** How far a chain may go for a question: it steps down before it refuses. */
public enum Allowance {
    /** The model that was asked for. */
    THIS_MODEL,

    /** A cheaper model if its own price fits, or a local one, which is free. */
    CHEAPER_MODEL,

    /** An answer without a model. */
    NO_MODEL,

    /** No answer before the budget begins anew. */
    NOTHING
}
