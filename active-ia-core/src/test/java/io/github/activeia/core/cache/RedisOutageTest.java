package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.store.RedisServer;
import io.github.activeia.core.testing.OwnRedis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What a caller sees of a Redis that fails, with the limits of the design but for a shorter rest. */
class RedisOutageTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FAR_MORE_THAN_THE_LIMIT = Duration.ofSeconds(1);
    private static final GuardSettings SETTINGS =
            GuardSettings.builder().openFor(Duration.ofMillis(300)).build();

    private final CapturedLog log = new CapturedLog();
    private final OwnRedis redis = OwnRedis.start();
    private final JedisStore store =
            JedisStore.connect(RedisServer.at(redis.uri()), "test:", SETTINGS.maxConcurrentCalls());
    private final GuardedCache cache = new GuardedCache("redis", store, SETTINGS, log);
    private final CachedValues<String> values = CachedValues.of(cache, CacheCodec.utf8());

    @BeforeEach
    void warm() {
        awaitRecovery();
    }

    @AfterEach
    void end() {
        cache.close();
        store.close();
        redis.close();
    }

    @Test
    void loads_and_recovers_when_redis_is_killed_and_started_again() {
        redis.kill();

        assertLoadsAndIsLeftAlone("killed");
        redis.restart();
        awaitRecovery();

        assertWarnedOnce();
    }

    @Test
    void loads_and_recovers_when_redis_stalls_and_goes_on() {
        redis.stall();

        assertLoadsAndIsLeftAlone("stalled");
        redis.resume();
        awaitRecovery();

        assertWarnedOnce();
    }

    @Test
    void loads_and_recovers_when_redis_is_slow_for_a_while() {
        redis.ask("CLIENT", "PAUSE", "1500", "ALL");

        assertLoadsAndIsLeftAlone("slow");
        awaitRecovery();

        assertWarnedOnce();
    }

    @Test
    void loads_without_piling_up_threads_when_redis_stalls_under_many_callers() throws Exception {
        redis.stall();
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            var calls = IntStream.range(0, 256)
                    .<Future<String>>mapToObj(call -> callers.submit(() -> values.get(CacheContract.key(), () -> "v")))
                    .toList();

            for (Future<String> call : calls) {
                assertThat(call.get()).isEqualTo("v");
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(guardThreads()).isLessThanOrEqualTo(SETTINGS.maxConcurrentCalls());
        redis.resume();
        awaitRecovery();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u0000\u0001\u0002\u0003",
                "$-7\r\n",
                "$5\r\nab",
                "*1\r\n$x\r\n",
                "-LOADING Redis is loading the dataset in memory\r\n",
                "+OK\r\n",
                "\r\n",
                ""
            })
    void loads_when_something_else_answers_at_the_address(String saying) throws Exception {
        CapturedLog strangeLog = new CapturedLog();
        try (StrangeServer server = new StrangeServer(saying.getBytes(StandardCharsets.ISO_8859_1))) {
            JedisStore strange =
                    JedisStore.connect(RedisServer.at(URI.create("redis://127.0.0.1:" + server.port())), "test:", 8);
            try (GuardedCache guard = new GuardedCache("redis", strange, SETTINGS, strangeLog)) {
                CachedValues<String> loaded = CachedValues.of(guard, CacheCodec.utf8());

                for (int call = 0; call < 10; call++) {
                    assertThat(loaded.get(CacheContract.key(), () -> "loaded")).isEqualTo("loaded");
                }

                assertThat(strangeLog.at(Level.WARN)).hasSize(1);
            } finally {
                strange.close();
            }
        }
    }

    private void assertLoadsAndIsLeftAlone(String outage) {
        long nanos = slowestOf(10);

        report(outage, nanos);
        assertThat(Duration.ofNanos(nanos)).isLessThan(FAR_MORE_THAN_THE_LIMIT);
        assertThat(cache.available()).isFalse();
    }

    private long slowestOf(int calls) {
        long slowest = 0;
        for (int call = 0; call < calls; call++) {
            CacheKey fresh = CacheContract.key();
            long start = System.nanoTime();
            String value = values.get(fresh, () -> "loaded");
            slowest = Math.max(slowest, System.nanoTime() - start);
            assertThat(value).isEqualTo("loaded");
        }
        return slowest;
    }

    private static void report(String outage, long nanos) {
        System.out.printf("[cache] slowest of ten calls while Redis is %s: %.1f ms%n", outage, nanos / 1e6);
    }

    private void awaitRecovery() {
        CacheKey probe = CacheContract.key();
        Awaitility.await().until(() -> {
            cache.put(probe, CacheContract.bytes("x"), HOUR);
            return cache.get(probe).isPresent() && cache.writable();
        });
    }

    private void assertWarnedOnce() {
        assertThat(log.at(Level.WARN)).singleElement().asString().startsWith("WARN cache redis must answer");
    }

    private static long guardThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("active-ia-cache-redis-"))
                .count();
    }
}
