package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.store.RedisServer;
import io.github.activeia.core.testing.OwnRedis;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What a caller sees of a Redis that answers in time, but is full, was flushed, or holds what somebody else put there. */
class RedisContentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final GuardSettings PATIENT = GuardSettings.builder()
            .timeLimit(Duration.ofSeconds(20))
            .openFor(Duration.ofMillis(300))
            .build();

    private final CapturedLog log = new CapturedLog();
    private final OwnRedis redis = OwnRedis.start();
    private final JedisStore store =
            JedisStore.connect(RedisServer.at(redis.uri()), "test:", PATIENT.maxConcurrentCalls());
    private final GuardedCache cache = new GuardedCache("redis", store, PATIENT, log);
    private final CachedValues<String> values = CachedValues.of(cache, CacheCodec.utf8());
    private final CacheKey key = CacheContract.key();

    @AfterEach
    void end() {
        cache.close();
        store.close();
        redis.close();
    }

    @Test
    void still_reads_and_recovers_when_redis_is_full() {
        cache.put(key, CacheContract.bytes("kept"), HOUR);
        redis.fill();

        for (int call = 0; call < 10; call++) {
            assertThat(values.get(CacheContract.key(), () -> "loaded")).isEqualTo("loaded");
        }

        assertThat(cache.available()).isTrue();
        assertThat(cache.writable()).isFalse();
        assertThat(values.get(key, () -> "loaded")).isEqualTo("kept");
        redis.empty();
        Awaitility.await().until(this::keepsAgain);
        assertWarnedOnce();
    }

    @Test
    void loads_once_and_keeps_it_when_redis_was_flushed() {
        cache.put(key, CacheContract.bytes("kept"), HOUR);

        redis.ask("FLUSHALL");

        assertThat(values.get(key, () -> "loaded")).isEqualTo("loaded");
        assertThat(values.get(key, () -> "not asked")).isEqualTo("loaded");
        assertThat(log.at(Level.WARN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "Ac\u0001 and then something else altogether"})
    void loads_and_overwrites_when_redis_holds_rubbish(String rubbish) {
        redis.ask("SET", "test:" + key.value(), rubbish);

        assertThat(values.get(key, () -> "loaded")).isEqualTo("loaded");
        assertThat(values.get(key, () -> "not asked")).isEqualTo("loaded");
        assertThat(cache.available()).isTrue();
        assertWarnedOnce();
    }

    @Test
    void loads_when_redis_holds_another_type() {
        redis.ask("LPUSH", "test:" + key.value(), "rubbish");

        assertThat(values.get(key, () -> "loaded")).isEqualTo("loaded");
        assertWarnedOnce();
    }

    private boolean keepsAgain() {
        values.get(CacheContract.key(), () -> "loaded");
        return cache.writable();
    }

    private void assertWarnedOnce() {
        assertThat(log.at(Level.WARN)).singleElement().asString().startsWith("WARN cache redis must answer");
    }
}
