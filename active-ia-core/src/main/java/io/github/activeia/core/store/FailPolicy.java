package io.github.activeia.core.store;

/** What holds of limits and budgets that many nodes share while their store does not answer. */
public enum FailPolicy {
    /**
     * Questions are served. Each node counts in its own memory, from zero, and logs one warning a minute: up to the limit times
     * the number of nodes may go through, and it is not added to the shared counts afterwards.
     */
    OPEN,
    /** Questions are refused, and nothing is granted. */
    CLOSED
}
