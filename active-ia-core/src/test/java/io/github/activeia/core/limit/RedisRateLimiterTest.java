package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPooled;

@ExtendWith(RedisExtension.class)
class RedisRateLimiterTest extends RateLimiterContract {
    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final List<RedisRateLimiter> opened = new ArrayList<>();
    private final TestRedis redis;
    private final String prefix;

    RedisRateLimiterTest(TestRedis redis) {
        this.redis = redis;
        this.prefix = redis.keyPrefix() + UUID.randomUUID() + ":";
    }

    @Override
    RateLimiter limiter(RateLimits limits) {
        return kept(RedisRateLimiter.open(redis.uri(), settings(limits), clock));
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }

    @AfterEach
    void close() {
        opened.forEach(RedisRateLimiter::close);
    }

    @Test
    void shares_the_buckets_when_nodes_use_clients_of_their_own() {
        RateLimits limits = student(3);
        try (JedisPooled jedis = new JedisPooled(redis.uri());
                JedisPool pool = new JedisPool(redis.uri())) {
            RateLimiter first = limiter(limits);
            RateLimiter second = kept(RedisRateLimiter.of(jedis, settings(limits), clock));
            RateLimiter third = kept(RedisRateLimiter.of(pool, settings(limits), clock));

            ask(first, ANA, 1);
            ask(second, ANA, 1);
            ask(third, ANA, 1);

            assertThat(first.tryAcquire(ANA)).isPresent();
            assertThat(second.tryAcquire(ANA)).isPresent();
            assertThat(third.tryAcquire(ANA)).isPresent();
        }
    }

    @Test
    void leaves_the_client_open_when_it_is_the_hosts() {
        try (JedisPooled jedis = new JedisPooled(redis.uri())) {
            RedisRateLimiter limiter = RedisRateLimiter.of(jedis, settings(student(3)), clock);

            limiter.close();
            limiter.close();

            assertThat(jedis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void keeps_keys_that_expire_and_name_nobody() {
        limiter(RateLimits.defaults()).tryAcquire(ANA);

        try (JedisPooled jedis = new JedisPooled(redis.uri())) {
            Set<String> keys = jedis.keys(prefix + "*");

            assertThat(keys)
                    .hasSize(2)
                    .noneMatch(key -> key.contains("alumna-7") || key.contains("algoritmos"))
                    .allMatch(key -> jedis.pttl(key) > 0 && jedis.pttl(key) <= 70_000);
        }
    }

    @Test
    void begins_a_new_bucket_when_the_rate_is_another() {
        ask(limiter(student(3)), ANA, 3);

        RateLimiter other = limiter(student(1));

        assertThat(granted(ask(other, ANA, 2))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://:hush@localhost", "redis:hush", "redis:///0"})
    void says_how_to_write_the_uri_when_it_is_not_one_of_redis(String uri) {
        assertThatThrownBy(() -> RedisRateLimiter.open(URI.create(uri), SharedLimiterSettings.defaults(), clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("redis URI must be a Redis URL with a host")
                .hasMessageNotContaining("hush");
    }

    @Test
    void asks_nothing_of_the_server_when_it_is_opened_without_a_port() {
        RedisRateLimiter limiter =
                kept(RedisRateLimiter.open(URI.create("redis://localhost"), settings(student(1)), clock));

        assertThat(limiter).isNotNull();
    }

    private static RateLimits student(int hourly) {
        return RateLimits.builder()
                .student(Rate.of(hourly, Duration.ofHours(1)))
                .build();
    }

    private SharedLimiterSettings settings(RateLimits limits) {
        // No test of this class is about a slow machine, so the bound is long.
        return SharedLimiterSettings.builder()
                .limits(limits)
                .failPolicy(FailPolicy.CLOSED)
                .timeBound(Duration.ofSeconds(20))
                .keyPrefix(prefix)
                .build();
    }

    private RedisRateLimiter kept(RedisRateLimiter limiter) {
        opened.add(limiter);
        return limiter;
    }
}
