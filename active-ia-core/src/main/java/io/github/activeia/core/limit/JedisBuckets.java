package io.github.activeia.core.limit;

import io.github.activeia.core.store.RedisServer;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/**
 * Buckets in Redis: each is a key that is compared and swapped, and that expires when the bucket must be full again. Only this class
 * names those of Jedis and of bucket4j for it, so that it alone fails to load where they are missing.
 */
final class JedisBuckets implements SharedBuckets {
    /** Nodes whose clocks differ by less never meet a key that expired too soon. */
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

    private final ProxyManager<String> keys;
    private final String prefix;
    private final Runnable closing;

    private JedisBuckets(
            Bucket4jJedis.JedisBasedProxyManagerBuilder<byte[]> builder,
            SharedLimiterSettings settings,
            Clock clock,
            Runnable closing) {
        this.keys = builder.keyMapper(Mapper.STRING)
                .clientClock(new ClockMeter(clock))
                .requestTimeout(settings.timeBound())
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
        this.prefix = settings.keyPrefix();
        this.closing = closing;
    }

    static JedisBuckets of(UnifiedJedis jedis, SharedLimiterSettings settings, Clock clock) {
        return new JedisBuckets(Bucket4jJedis.casBasedBuilder(jedis), settings, clock, () -> {});
    }

    static JedisBuckets of(Pool<Jedis> pool, SharedLimiterSettings settings, Clock clock) {
        return new JedisBuckets(Bucket4jJedis.casBasedBuilder(pool), settings, clock, () -> {});
    }

    /** Opens a client that gives up when a question does. */
    static JedisBuckets open(RedisServer server, SharedLimiterSettings settings, Clock clock) {
        JedisPooled jedis = server.connect(settings.timeBound(), OutageGuard.THREADS);
        return new JedisBuckets(Bucket4jJedis.casBasedBuilder(jedis), settings, clock, jedis::close);
    }

    /**
     * Takes from one bucket after the other, and gives back what was taken where a later one is empty. A token is given back only after
     * it was taken, and never above the capacity, so no more than the limit can pass, whatever happens in between.
     */
    @Override
    public Optional<Duration> take(List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            var probe = bucket(claims.get(i)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                claims.subList(0, i).forEach(claim -> bucket(claim).addTokens(1));
                Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
                return Optional.of(longest(wait, claims.subList(i + 1, claims.size())));
            }
        }
        return Optional.empty();
    }

    private Duration longest(Duration wait, List<Claim> rest) {
        return rest.stream()
                .map(claim -> bucket(claim).estimateAbilityToConsume(1))
                .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()))
                .reduce(wait, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private Bucket bucket(Claim claim) {
        return keys.getProxy(prefix + claim.name(), () -> ClockMeter.configuration(claim.rate()));
    }

    /** Redis expires the keys itself. */
    @Override
    public void sweep() {}

    @Override
    public void close() {
        closing.run();
    }
}
