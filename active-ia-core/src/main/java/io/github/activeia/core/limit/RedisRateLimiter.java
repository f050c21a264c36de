package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.store.OptionalLibrary;
import io.github.activeia.core.store.RedisServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/**
 * Token buckets in Redis, for many nodes: together they let no more through than the limit. The time is that of each node's clock, so
 * the clocks must agree: a node that is ahead by a second lets a second's flow through early, once. Buckets begin full where Redis has
 * lost its data.
 *
 * <p>While Redis does not answer within the time bound, the {@link FailPolicy} decides for each question, with at most one warning
 * a minute, until it answers again. The bound holds whatever timeouts the client has: calls run on up to 8 threads of the limiter,
 * which {@link #close()} ends. A question that was given up may still have taken its tokens.
 *
 * <p>It needs the artifacts {@code redis.clients:jedis} and {@code com.bucket4j:bucket4j_jdk17-jedis}. Thread-safe.
 *
 * <pre>{@code
 * RedisRateLimiter limiter =
 *         RedisRateLimiter.open(URI.create("redis://localhost"), SharedLimiterSettings.defaults(), Clock.systemUTC());
 * }</pre>
 */
public final class RedisRateLimiter implements RateLimiter, AutoCloseable {
    private final OutageGuard guard;

    private RedisRateLimiter(Supplier<SharedBuckets> buckets, SharedLimiterSettings settings, Clock clock) {
        RedisServer.requireJedis("redis rate limiter");
        OptionalLibrary.require(
                "redis rate limiter",
                "io.github.bucket4j.redis.jedis.Bucket4jJedis",
                "com.bucket4j:bucket4j_jdk17-jedis");
        this.guard = new OutageGuard(buckets.get(), settings, clock);
    }

    /**
     * Opens a client of its own, which {@link #close()} closes. Nothing is asked of the server yet.
     *
     * @param uri {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss://} for TLS
     * @throws ConfigurationException if it is no such URI, or a library is missing
     */
    public static RedisRateLimiter open(URI uri, SharedLimiterSettings settings, Clock clock) {
        RedisServer server = RedisServer.at(uri);
        return new RedisRateLimiter(() -> JedisBuckets.open(server, settings, clock), settings, clock);
    }

    /**
     * Uses a client of the host, such as a {@code JedisPooled} or a {@code JedisCluster}, which stays the host's to close.
     *
     * @throws ConfigurationException if a library is missing
     */
    public static RedisRateLimiter of(UnifiedJedis jedis, SharedLimiterSettings settings, Clock clock) {
        return new RedisRateLimiter(() -> JedisBuckets.of(jedis, settings, clock), settings, clock);
    }

    /**
     * Uses a pool of the host, such as a {@code JedisPool} or a {@code JedisSentinelPool}, which stays the host's to close.
     *
     * @throws ConfigurationException if a library is missing
     */
    public static RedisRateLimiter of(Pool<Jedis> pool, SharedLimiterSettings settings, Clock clock) {
        return new RedisRateLimiter(() -> JedisBuckets.of(pool, settings, clock), settings, clock);
    }

    @Override
    public Optional<Duration> tryAcquire(Account account) {
        return guard.tryAcquire(account);
    }

    /** Ends its threads and closes what it opened; what is asked afterwards is up to the policy. Closing twice is harmless. */
    @Override
    public void close() {
        guard.close();
    }
}
