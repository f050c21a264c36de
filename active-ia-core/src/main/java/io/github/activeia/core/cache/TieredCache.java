package io.github.activeia.core.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks a near cache first, and then a far one that all nodes share; what the far one has is kept near for a short time.
 * Thread-safe; it closes neither.
 *
 * <p>The far cache does not say how long a value still lives, so a copy may outlive it near, and another node's newer value or
 * removal may go unseen, for at most the near time to live.
 */
public final class TieredCache implements Cache {
    private final Cache near;
    private final Cache far;
    private final Duration nearTimeToLive;

    private TieredCache(Cache near, Cache far, Duration nearTimeToLive) {
        this.near = near;
        this.far = far;
        this.nearTimeToLive = nearTimeToLive;
    }

    /**
     * Puts a near cache before a far one.
     *
     * @param near of this node, such as a {@link CaffeineCache}
     * @param far shared, such as a {@link RedisCache}
     * @param nearTimeToLive how long the near one keeps a copy at most, 1 ms to 365 days; a minute is a good start
     * @throws io.github.activeia.core.InvalidValueException if the time to live is out of range
     */
    public static TieredCache of(Cache near, Cache far, Duration nearTimeToLive) {
        return new TieredCache(near, far, TimeToLive.check(nearTimeToLive));
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        Optional<byte[]> copy = near.get(key);
        if (copy.isPresent()) {
            return copy;
        }
        Optional<byte[]> value = far.get(key);
        value.ifPresent(bytes -> near.put(
                key, bytes, TimeToLive.shorter(nearTimeToLive, key.family().timeToLive())));
        return value;
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        near.put(key, value, TimeToLive.shorter(nearTimeToLive, TimeToLive.check(timeToLive)));
        far.put(key, value, timeToLive);
    }

    /** Forgets a value: far first, so that no reader brings it back from there. */
    @Override
    public void remove(CacheKey key) {
        far.remove(key);
        near.remove(key);
    }
}
