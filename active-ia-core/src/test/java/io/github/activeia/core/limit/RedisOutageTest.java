package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.OwnRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.JedisPooled;

@Timeout(120)
class RedisOutageTest {
    private static final Duration BOUND = Duration.ofMillis(300);
    private static final RateLimits LIMITS =
            RateLimits.builder().student(Rate.of(4, Duration.ofHours(1))).build();

    private static OwnRedis redis;

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");

    @BeforeAll
    static void start() {
        redis = OwnRedis.start();
        askPatiently(); // the first question loads classes, for longer than the bound on a busy machine
    }

    private static void askPatiently() {
        SharedLimiterSettings patient =
                SharedLimiterSettings.builder().timeBound(Duration.ofMinutes(1)).build();
        try (RedisRateLimiter limiter = RedisRateLimiter.open(redis.uri(), patient, Clock.systemUTC())) {
            limiter.tryAcquire(RateLimiterContract.ANA);
        }
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void counts_by_itself_when_redis_is_killed_and_shares_again_when_it_is_back() {
        try (RedisRateLimiter limiter = RedisRateLimiter.open(redis.uri(), settings(FailPolicy.OPEN, "open:"), clock)) {
            List<Optional<Duration>> before = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 6);
            redis.kill();
            List<Optional<Duration>> during = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 6);
            redis.restart();
            awaitRedis(limiter, "open:");
            List<Optional<Duration>> after = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 6);

            assertThat(RateLimiterContract.granted(before)).isEqualTo(4);
            assertThat(RateLimiterContract.granted(during)).isEqualTo(4);
            assertThat(RateLimiterContract.granted(after)).isEqualTo(3);
        }
    }

    @Test
    void refuses_when_redis_is_killed_and_it_is_to_fail_closed_and_serves_when_it_is_back() {
        try (RedisRateLimiter limiter =
                RedisRateLimiter.open(redis.uri(), settings(FailPolicy.CLOSED, "closed:"), clock)) {
            Optional<Duration> before = limiter.tryAcquire(RateLimiterContract.ANA);
            redis.kill();
            List<Optional<Duration>> during = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 3);
            redis.restart();
            awaitRedis(limiter, "closed:");
            List<Optional<Duration>> after = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 6);

            assertThat(before).isEmpty();
            assertThat(during).containsOnly(Optional.of(Duration.ofSeconds(7)));
            assertThat(RateLimiterContract.granted(after)).isEqualTo(3);
        }
    }

    @Test
    void answers_while_redis_is_stalled_when_the_client_is_its_own() {
        try (RedisRateLimiter limiter =
                RedisRateLimiter.open(redis.uri(), settings(FailPolicy.CLOSED, "stalled:"), clock)) {
            limiter.tryAcquire(RateLimiterContract.ANA);
            redis.stall();

            // More than there are threads: none of them may be lost to a call that never ends.
            List<Optional<Duration>> during = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 20);

            redis.resume();
            assertThat(during).containsOnly(Optional.of(Duration.ofSeconds(7)));
        }
    }

    @Test
    void answers_while_redis_is_stalled_when_the_hosts_client_would_wait_for_an_hour() {
        int hour = 3_600_000;
        try (JedisPooled patient = new JedisPooled(redis.uri(), hour);
                RedisRateLimiter limiter = RedisRateLimiter.of(patient, settings(FailPolicy.OPEN, "patient:"), clock)) {
            limiter.tryAcquire(RateLimiterContract.ANA);
            redis.stall();

            List<Optional<Duration>> during = RateLimiterContract.ask(limiter, RateLimiterContract.ANA, 20);

            redis.resume();
            assertThat(RateLimiterContract.granted(during)).isEqualTo(4);
        }
    }

    /** Asks until a key is there again: the pool first throws away the connections that died. */
    private static void awaitRedis(RedisRateLimiter limiter, String prefix) {
        try (JedisPooled look = new JedisPooled(redis.uri())) {
            while (look.keys(prefix + "*").isEmpty()) {
                limiter.tryAcquire(RateLimiterContract.ANA);
            }
        }
    }

    private static SharedLimiterSettings settings(FailPolicy policy, String prefix) {
        return SharedLimiterSettings.builder()
                .limits(LIMITS)
                .failPolicy(policy)
                .timeBound(BOUND)
                .retryAfter(Duration.ofSeconds(7))
                .keyPrefix(prefix)
                .build();
    }
}
