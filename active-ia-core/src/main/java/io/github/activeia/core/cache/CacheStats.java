package io.github.activeia.core.cache;

import io.github.activeia.core.Faults;

/**
 * How often values were found, since the start. Each call to {@link CachedValues} that ended counts in one of the four.
 *
 * @param hits the value was in the cache
 * @param loads it was not, and was loaded
 * @param failures it was not, and could not be loaded
 * @param joined another thread was getting it, and its result was taken, or its failure
 */
public record CacheStats(long hits, long loads, long failures, long joined) {
    /** Checks that no count is negative. */
    public CacheStats {
        new Faults()
                .require(hits >= 0, "hits", "not be negative", hits, "count from 0")
                .require(loads >= 0, "loads", "not be negative", loads, "count from 0")
                .require(failures >= 0, "failures", "not be negative", failures, "count from 0")
                .require(joined >= 0, "joined", "not be negative", joined, "count from 0")
                .throwIfAny();
    }

    /** Returns the share of calls that loaded nothing themselves, 0 to 1; 0 if there was none. */
    public double hitRate() {
        long calls = hits + loads + failures + joined;
        return calls == 0 ? 0 : (double) (hits + joined) / calls;
    }
}
