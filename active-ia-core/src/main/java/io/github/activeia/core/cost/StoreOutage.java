package io.github.activeia.core.cost;

/** What holds while the shared store does not answer. */
public enum StoreOutage {
    /**
     * Every node counts for itself, from zero, and logs one warning a minute. Up to the limit times the number of nodes may go
     * through, and it is not added to the shared counters afterwards.
     */
    FAIL_OPEN,

    /** Nothing is granted. */
    FAIL_CLOSED
}
