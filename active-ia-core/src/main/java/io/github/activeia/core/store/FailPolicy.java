package io.github.activeia.core.limit;

/** What a limiter that shares its buckets with other nodes says while their store does not answer. */
public enum FailPolicy {
    /**
     * The question is served. This node counts in its own memory meanwhile, with the same limits: so many nodes let up to as many
     * times the limit through.
     */
    OPEN,
    /** The question is refused, and may be asked again after {@link SharedLimiterSettings#retryAfter()}. */
    CLOSED
}
