package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedValuesTest {
    private static final int CALLERS = 64;

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final Cache cache = CaffeineCache.of(1_000_000, clock);
    private final CachedValues<String> values = CachedValues.of(cache, CacheCodec.utf8());
    private final CacheKey key = CacheContract.key();
    private final AtomicInteger loads = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void loads_once_when_it_is_asked_again() {
        String first = values.get(key, this::load);
        String second = values.get(key, this::load);

        assertThat(first).isEqualTo("ñandú 1");
        assertThat(second).isEqualTo("ñandú 1");
        assertThat(values.stats()).isEqualTo(new CacheStats(1, 1, 0, 0));
        assertThat(values.stats().hitRate()).isEqualTo(0.5);
    }

    @Test
    void loads_again_when_the_time_of_the_family_is_over() {
        values.get(key, this::load);

        clock.advance(CacheFamily.EMBEDDING.timeToLive());

        assertThat(values.get(key, this::load)).isEqualTo("ñandú 2");
    }

    @Test
    void loads_again_when_the_time_that_was_given_is_over() {
        values.get(key, Duration.ofSeconds(1), this::load);

        clock.advance(Duration.ofSeconds(1));

        assertThat(values.get(key, this::load)).isEqualTo("ñandú 2");
    }

    @Test
    void loads_once_when_64_threads_ask_at_the_same_time() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        Supplier<String> slow = () -> {
            waitFor(open);
            return load();
        };

        List<Future<String>> answers = ask(CALLERS, () -> values.get(key, slow));
        awaitWaiting(CALLERS);
        open.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("ñandú 1");
        }
        assertThat(values.stats()).isEqualTo(new CacheStats(0, 1, 0, CALLERS - 1));
    }

    @Test
    void loads_once_when_64_threads_ask_and_nothing_is_kept() throws Exception {
        CachedValues<String> uncached = CachedValues.of(Cache.none(), CacheCodec.utf8());
        CountDownLatch open = new CountDownLatch(1);
        Supplier<String> slow = () -> {
            waitFor(open);
            return load();
        };

        List<Future<String>> answers = ask(CALLERS, () -> uncached.get(key, slow));
        awaitWaiting(CALLERS);
        open.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("ñandú 1");
        }
        assertThat(uncached.get(key, this::load)).isEqualTo("ñandú 2");
    }

    @Test
    void tells_all_who_wait_and_keeps_nothing_when_a_load_fails() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        IllegalStateException failure = new IllegalStateException("no model is up");

        List<Future<String>> answers = ask(
                8,
                () -> values.get(key, () -> {
                    waitFor(open);
                    throw failure;
                }));
        awaitWaiting(8);
        open.countDown();

        for (Future<String> answer : answers) {
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isSameAs(failure);
        }
        assertThat(values.stats()).isEqualTo(new CacheStats(0, 0, 1, 7));
        assertThat(values.get(key, this::load)).isEqualTo("ñandú 1");
    }

    @Test
    void loads_different_keys_at_the_same_time_when_they_are_asked() {
        String outer = values.get(key, () -> "outer of " + values.get(CacheContract.key(), this::load));

        assertThat(outer).isEqualTo("outer of ñandú 1");
    }

    @Test
    void says_so_when_a_loader_asks_for_its_own_key() {
        assertThatThrownBy(() -> values.get(key, () -> values.get(key, this::load)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must load the value, but was asking for it");
    }

    @Test
    void ends_the_wait_when_the_waiting_thread_is_interrupted() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        ask(
                1,
                () -> values.get(key, () -> {
                    waitFor(open);
                    return load();
                }));
        awaitWaiting(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                values.get(key, this::load);
            } catch (InterruptedLoadException stop) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        waiting.interrupt();

        assertThat(interrupted.get()).isTrue();

        open.countDown();
    }

    @Test
    void has_another_thread_load_when_the_loading_one_was_interrupted() throws Exception {
        CompletableFuture<Thread> pilot = new CompletableFuture<>();
        Future<String> stopped = threads.submit(() -> values.get(key, () -> {
            pilot.complete(Thread.currentThread());
            waitFor(new CountDownLatch(1));
            return "never";
        }));
        Thread loading = pilot.get();
        List<Future<String>> answers = ask(4, () -> values.get(key, this::load));
        awaitWaiting(5);

        loading.interrupt();

        assertThatThrownBy(stopped::get).isInstanceOf(ExecutionException.class);
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("ñandú 1");
        }
    }

    @Test
    void returns_but_does_not_keep_a_value_when_it_fails_the_test() {
        CachedValues<String> picky = values.keepIf(text -> !text.startsWith("blocked"));

        String blocked = picky.get(key, () -> "blocked");
        String next = picky.get(key, this::load);

        assertThat(blocked).isEqualTo("blocked");
        assertThat(next).isEqualTo("ñandú 1");
        assertThat(picky.get(key, this::load)).isEqualTo("ñandú 1");
    }

    @Test
    void loads_again_when_the_bytes_cannot_be_decoded() {
        cache.put(key, new byte[] {(byte) 0xff}, Duration.ofHours(1));

        assertThat(values.get(key, this::load)).isEqualTo("ñandú 1");
        assertThat(values.get(key, this::load)).isEqualTo("ñandú 1");
    }

    @Test
    void refuses_a_time_to_live_before_it_loads_when_it_is_none() {
        assertThatThrownBy(() -> values.get(key, Duration.ZERO, this::load)).isInstanceOf(InvalidValueException.class);

        assertThat(loads).hasValue(0);
    }

    private String load() {
        return "ñandú " + loads.incrementAndGet();
    }

    private List<Future<String>> ask(int callers, Callable<String> call) {
        List<Future<String>> answers = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            answers.add(threads.submit(call));
        }
        return answers;
    }

    /** Waits until as many threads of the pool as that are asleep, within the loader or for it. */
    private void awaitWaiting(int callers) {
        Awaitility.await().until(() -> asleep() >= callers);
    }

    private static long asleep() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .filter(thread -> List.of(thread.getValue()).stream()
                        .anyMatch(frame -> frame.getClassName().equals(CachedValues.class.getName())))
                .count();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
