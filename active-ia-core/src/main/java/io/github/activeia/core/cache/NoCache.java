package io.github.activeia.core.cache;

import java.time.Duration;
import java.util.Optional;

/** Keeps nothing. */
enum NoCache implements Cache {
    NONE;

    @Override
    public Optional<byte[]> get(CacheKey key) {
        return Optional.empty();
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        TimeToLive.check(timeToLive);
    }

    @Override
    public void remove(CacheKey key) {}

    @Override
    public String toString() {
        return "Cache.none()";
    }
}
