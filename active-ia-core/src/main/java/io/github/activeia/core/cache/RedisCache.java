package io.github.activeia.core.cache;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.store.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import redis.clients.jedis.UnifiedJedis;

/**
 * In Redis, through Jedis, which the host adds as {@code redis.clients:jedis}; behind a {@link GuardedCache}, so that a Redis that
 * is slow, down, full, flushed or something else altogether costs at most the time limit. Nothing is contacted before the first
 * call. Keys begin with {@code active-ia:} unless another prefix is given; values expire in Redis. Thread-safe.
 */
public final class RedisCache implements Cache, AutoCloseable {
    private static final String PREFIX = "active-ia:";
    private static final Pattern PREFIX_RULE = Pattern.compile("[A-Za-z0-9:._-]{1,64}");

    private final GuardedCache guard;
    private final Runnable closing;

    private RedisCache(Cache store, GuardSettings settings, Runnable closing) {
        this.guard = GuardedCache.of("redis", store, settings);
        this.closing = closing;
    }

    /**
     * Uses a Redis server with the default prefix and limits.
     *
     * @see #connect(URI, String, GuardSettings)
     */
    public static RedisCache connect(URI uri) {
        return connect(uri, PREFIX, GuardSettings.defaults());
    }

    /**
     * Uses a Redis server through a client of its own, which {@link #close()} closes. A connection may take a second to open,
     * and then serves the callers that come after it; none of them waits for it longer than the time limit.
     *
     * @param uri {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss:} for TLS; it is never logged
     * @param keyPrefix 1 to 64 letters, digits or {@code : . _ -}, with which all keys begin
     * @param settings the limits
     * @throws InvalidValueException if the prefix is not one
     * @throws ConfigurationException if the URI is not one, or Jedis is missing
     */
    public static RedisCache connect(URI uri, String keyPrefix, GuardSettings settings) {
        RedisServer.requireJedis("redis cache");
        JedisStore store = JedisStore.connect(RedisServer.at(uri), check(keyPrefix), settings.maxConcurrentCalls());
        return new RedisCache(store, settings, store::close);
    }

    /**
     * Uses a client of the host, which stays open. Give it a socket timeout of about a second: a call that was given up keeps its
     * thread and its connection until the client lets go of it.
     *
     * @param client any that is thread-safe, such as {@code JedisPooled}, {@code JedisSentineled} or {@code JedisCluster}
     * @param keyPrefix as in {@link #connect(URI, String, GuardSettings)}
     * @param settings the limits
     * @throws InvalidValueException if the prefix is not one
     */
    public static RedisCache over(UnifiedJedis client, String keyPrefix, GuardSettings settings) {
        return new RedisCache(JedisStore.over(client, check(keyPrefix)), settings, () -> {});
    }

    /** Returns whether Redis is in use; false while it is left alone because it did not answer. */
    public boolean available() {
        return guard.available();
    }

    /** Returns whether Redis accepts values; false while writing is left alone, such as when it is full. */
    public boolean writable() {
        return guard.writable();
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        return guard.get(key);
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        guard.put(key, value, timeToLive);
    }

    @Override
    public void remove(CacheKey key) {
        guard.remove(key);
    }

    /** Ends the threads, and closes the client unless the host brought it. */
    @Override
    public void close() {
        guard.close();
        closing.run();
    }

    @Override
    public String toString() {
        return "RedisCache";
    }

    private static String check(String keyPrefix) {
        if (!PREFIX_RULE.matcher(keyPrefix).matches()) {
            throw new InvalidValueException(
                    "keyPrefix",
                    "be 1 to 64 letters, digits or : . _ -",
                    "a text of " + keyPrefix.length() + " characters",
                    "take active-ia: if in doubt");
        }
        return keyPrefix;
    }
}
