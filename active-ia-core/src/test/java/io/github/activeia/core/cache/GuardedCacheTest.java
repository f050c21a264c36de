package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class GuardedCacheTest extends CacheContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AGES = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final CaffeineCache far = CaffeineCache.of(64_000_000, clock);
    private final CapturedLog log = new CapturedLog();
    private final Faulty faulty = new Faulty(far);
    private final GuardedCache cache = new GuardedCache("far", faulty, settings(AGES, 16), log);

    /** A far cache with an outage that a test switches on. */
    private static final class Faulty implements Cache {
        private final Cache healthy;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile Supplier<RuntimeException> onRead = () -> null;
        private volatile Supplier<RuntimeException> onWrite = () -> null;

        Faulty(Cache healthy) {
            this.healthy = healthy;
        }

        @Override
        public Optional<byte[]> get(CacheKey key) {
            suffer(onRead);
            return healthy.get(key);
        }

        @Override
        public void put(CacheKey key, byte[] value, Duration timeToLive) {
            suffer(onWrite);
            healthy.put(key, value, timeToLive);
        }

        @Override
        public void remove(CacheKey key) {
            suffer(onRead);
            healthy.remove(key);
        }

        private void suffer(Supplier<RuntimeException> outage) {
            calls.incrementAndGet();
            RuntimeException failure = outage.get();
            if (failure != null) {
                throw failure;
            }
        }
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time, CacheKey key) {
        clock.advance(time);
    }

    @AfterEach
    void end() {
        cache.close();
    }

    @Test
    void returns_nothing_and_warns_once_a_minute_when_reads_fail() {
        CacheKey key = key();
        faulty.onRead = () -> new IllegalStateException("about " + key.value());

        for (int second = 0; second < 70; second++) {
            assertThat(cache.get(key)).isEmpty();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(log.at(Level.WARN)).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("cache far", "IllegalStateException")
                .doesNotContain(key.value()));
    }

    @Test
    void is_left_alone_when_reads_failed_in_a_row() {
        faulty.onRead = () -> new IllegalStateException("down");

        for (int call = 0; call < 10; call++) {
            cache.get(key());
            cache.put(key(), bytes("one"), HOUR);
            cache.remove(key());
        }

        assertThat(cache.available()).isFalse();
        assertThat(faulty.calls).hasValue(3);
    }

    @Test
    void recovers_when_the_cache_answers_after_the_rest() {
        CacheKey key = key();
        far.put(key, Envelope.seal(key, bytes("one")), HOUR);
        faulty.onRead = () -> new IllegalStateException("down");
        for (int call = 0; call < 3; call++) {
            cache.get(key);
        }
        faulty.onRead = () -> null;

        assertThat(cache.get(key)).isEmpty();
        clock.advance(Duration.ofSeconds(5).plusMillis(1));
        assertThat(cache.get(key)).hasValue(bytes("one"));

        assertThat(cache.available()).isTrue();
        assertThat(log.at(Level.INFO)).containsExactly("INFO cache far answers again");
    }

    @Test
    void is_still_read_when_it_is_full() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);
        faulty.onWrite = () -> new IllegalStateException("full");

        for (int call = 0; call < 3; call++) {
            cache.put(key(), bytes("two"), HOUR);
        }

        assertThat(cache.writable()).isFalse();
        assertThat(cache.available()).isTrue();
        assertThat(cache.get(key)).hasValue(bytes("one"));
    }

    @Test
    void does_not_wait_twice_when_the_read_before_a_write_failed() {
        faulty.onRead = () -> new IllegalStateException("down");

        cache.get(key());
        cache.put(key(), bytes("one"), HOUR);

        assertThat(faulty.calls).hasValue(1);
    }

    @Test
    void returns_nothing_when_the_cache_is_late() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        faulty.onRead = () -> waitFor(end);
        try (GuardedCache brief = new GuardedCache("far", faulty, settings(Duration.ofMillis(50), 2), log)) {
            for (int call = 0; call < 3; call++) {
                assertThat(brief.get(key())).isEmpty();
            }

            assertThat(log.at(Level.WARN)).singleElement().asString().contains("(timeout, 1 since");
            assertThat(faulty.calls).as("no more calls than threads").hasValue(2);
        } finally {
            end.countDown();
        }
    }

    @Test
    void takes_a_value_for_absent_when_it_is_not_its_own() {
        CacheKey key = key();
        far.put(key, bytes("rubbish"), HOUR);

        assertThat(cache.get(key)).isEmpty();

        assertThat(log.at(Level.WARN)).singleElement().asString().contains("foreign value");
        assertThat(cache.available()).isTrue();
    }

    @Test
    void takes_a_value_for_absent_when_it_was_stored_for_another_key() {
        CacheKey one = key();
        CacheKey other = key();
        cache.put(one, bytes("one"), HOUR);
        far.put(other, far.get(one).orElseThrow(), HOUR);

        assertThat(cache.get(other)).isEmpty();
        assertThat(cache.get(one)).hasValue(bytes("one"));
    }

    @Test
    void takes_a_value_for_absent_when_any_byte_of_it_changed() {
        CacheKey key = key();
        byte[] sealed = Envelope.seal(key, bytes("one"));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x10;
            assertThat(Envelope.open(key, changed)).isEmpty();
            assertThat(Envelope.open(key, java.util.Arrays.copyOf(sealed, i))).isEmpty();
        }
        assertThat(Envelope.open(key, sealed)).hasValue(bytes("one"));
    }

    @Test
    void returns_nothing_and_stays_interrupted_when_the_thread_is_interrupted() {
        CacheKey key = key();
        CountDownLatch answer = new CountDownLatch(1);
        cache.put(key, bytes("one"), HOUR);
        faulty.onRead = () -> waitFor(answer);
        Thread.currentThread().interrupt();

        Optional<byte[]> found = cache.get(key);

        answer.countDown();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isEmpty();
        assertThat(cache.available()).isTrue();
    }

    @Test
    void has_nothing_when_it_is_closed() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        cache.close();

        assertThat(cache.get(key)).isEmpty();
        assertThat(log.at(Level.WARN)).isEmpty();
    }

    @Test
    void names_every_fault_when_settings_are_out_of_range() {
        assertThatThrownBy(() -> GuardSettings.builder()
                        .timeLimit(Duration.ZERO)
                        .failuresToOpen(0)
                        .openFor(Duration.ofDays(1))
                        .maxConcurrentCalls(1001)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("timeLimit", "failuresToOpen", "openFor", "maxConcurrentCalls");
        assertThatThrownBy(() -> GuardSettings.builder().failuresToOpen(1).failuresToOpen(1))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GuardedCache.of("", far, GuardSettings.defaults()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void has_the_limits_of_the_design_when_nothing_is_set() {
        GuardSettings settings = GuardSettings.defaults();

        assertThat(settings.timeLimit()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.failuresToOpen()).isEqualTo(3);
        assertThat(settings.openFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.maxConcurrentCalls()).isEqualTo(8);
    }

    private GuardSettings settings(Duration timeLimit, int threads) {
        return GuardSettings.builder()
                .timeLimit(timeLimit)
                .maxConcurrentCalls(threads)
                .clock(clock)
                .build();
    }

    private static RuntimeException waitFor(CountDownLatch end) {
        try {
            end.await();
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new IllegalStateException(stop);
        }
    }
}
