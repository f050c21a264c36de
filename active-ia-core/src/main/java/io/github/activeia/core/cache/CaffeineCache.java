package io.github.activeia.core.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.activeia.core.InvalidValueException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * In the memory of this node, up to a number of bytes; what is used least leaves first. It starts no thread: expired values
 * leave when others come or when room is needed. Thread-safe.
 */
public final class CaffeineCache implements Cache {
    /** What an entry needs besides its value: its key and the nodes that hold it, about. */
    private static final int ENTRY_BYTES = 256;

    private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Kept> kept;

    private static final class Kept {
        private final byte[] value;
        private final Duration timeToLive;

        private Kept(byte[] value, Duration timeToLive) {
            this.value = value;
            this.timeToLive = timeToLive;
        }

        private int bytes() {
            return (int) Math.min(Integer.MAX_VALUE, (long) value.length + ENTRY_BYTES);
        }
    }

    private CaffeineCache(long maxBytes, Clock clock) {
        kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<CacheKey, Kept>weigher((key, entry) -> entry.bytes())
                .expireAfter(Expiry.<CacheKey, Kept>writing((key, entry) -> entry.timeToLive))
                .ticker(() -> nanos(clock))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Creates an empty cache.
     *
     * @param maxBytes how much it may hold, at least 1,000; a value counts 256 bytes more than it has. 64,000,000 is a good start
     * @param clock tells when a value expires
     * @throws InvalidValueException if it may hold less than 1,000 bytes
     */
    public static CaffeineCache of(long maxBytes, Clock clock) {
        if (maxBytes < 1_000) {
            throw new InvalidValueException(
                    "maxBytes", "be at least 1000", maxBytes, "take 64000000, or Cache.none() for no cache");
        }
        return new CaffeineCache(maxBytes, clock);
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        return Optional.ofNullable(kept.getIfPresent(key)).map(entry -> entry.value.clone());
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        kept.put(key, new Kept(value.clone(), TimeToLive.check(timeToLive)));
    }

    @Override
    public void remove(CacheKey key) {
        kept.invalidate(key);
    }

    /** Forgets everything. */
    public void clear() {
        kept.invalidateAll();
    }

    private static long nanos(Clock clock) {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
