package io.github.activeia.core.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps bytes for a while. It may forget any of them earlier, and an outage looks like having forgotten: no method throws for
 * one. What cannot promise that is put behind a {@code GuardedCache}. Implementations are thread-safe, and neither keep nor
 * return an array that somebody else can change.
 */
public interface Cache {
    /** Returns what was put last under a key, unless it was removed, has expired or was forgotten. */
    Optional<byte[]> get(CacheKey key);

    /**
     * Keeps a value instead of what the key had before.
     *
     * @param key what it is found by
     * @param value any bytes, none included
     * @param timeToLive how long it may be returned, 1 ms to 365 days
     * @throws io.github.activeia.core.InvalidValueException if the time to live is out of range
     */
    void put(CacheKey key, byte[] value, Duration timeToLive);

    /** Forgets a value, if there is one. During an outage of a far cache it may stay until it expires. */
    void remove(CacheKey key);

    /** Returns a cache that keeps nothing. */
    static Cache none() {
        return NoCache.NONE;
    }
}
