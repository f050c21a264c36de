package io.github.activeia.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.activeia.core.Account;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Token buckets in memory, for one node: where there are two, each lets the whole limit through. At most 100,000 buckets are kept, and
 * a bucket is forgotten when it must be full again; past that number, those that were not used for long begin anew. A clock that
 * is set back stops the flow until it has caught up. Thread-safe.
 */
public final class InMemoryRateLimiter implements RateLimiter {
    private static final int MOST_BUCKETS = 100_000;
    /** The cache may forget up to a second before the time it is told. */
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final ClockMeter meter;
    private final Cache<Claim, Bucket> buckets;
    // A question takes from several buckets at once; what it does meanwhile takes less than a microsecond.
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Creates a limiter whose buckets are full.
     *
     * @param clock tells the time
     */
    public InMemoryRateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.meter = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfter(Expiry.<Claim, Bucket>accessing(
                        (claim, bucket) -> claim.rate().fill().plus(KEPT_WHEN_FULL)))
                .ticker(meter::currentTimeNanos)
                .build();
    }

    @Override
    public Optional<Duration> tryAcquire(Account account) {
        List<Claim> claims = limits.claims(account);
        lock.lock();
        try {
            List<Bucket> asked =
                    claims.stream().map(claim -> buckets.get(claim, this::full)).toList();
            Optional<Duration> wait = longestWait(asked);
            if (wait.isEmpty()) {
                asked.forEach(bucket -> bucket.tryConsume(1));
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    private Bucket full(Claim claim) {
        return Bucket.builder()
                .addLimit(ClockMeter.configuration(claim.rate()).getBandwidths()[0])
                .withCustomTimePrecision(meter)
                .build();
    }

    private static Optional<Duration> longestWait(List<Bucket> asked) {
        return asked.stream()
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .filter(probe -> !probe.canBeConsumed())
                .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()))
                .max(Duration::compareTo);
    }
}
