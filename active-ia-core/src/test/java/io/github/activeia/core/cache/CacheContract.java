package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cache does. A cache of a host inherits this, and says how time passes for it. */
public abstract class CacheContract {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int MEBIBYTE = 1 << 20;
    private static final int THREADS = 8;
    private static final int ROUNDS = 50;

    /** Returns the cache; it holds at least 10 MB. */
    protected abstract Cache cache();

    /** Has a time pass: moves the clock of the cache, or waits until the cache no longer has the key. */
    protected abstract void pass(Duration time, CacheKey key);

    @Test
    void returns_nothing_when_nothing_was_put() {
        assertThat(cache().get(key())).isEmpty();
    }

    @Test
    void returns_the_value_when_one_was_put() {
        CacheKey key = key();

        cache().put(key, bytes("ñandú"), LONG);

        assertThat(cache().get(key)).hasValue(bytes("ñandú"));
    }

    @Test
    void returns_the_last_value_when_several_were_put() {
        CacheKey key = key();

        cache().put(key, bytes("one, and longer"), LONG);
        cache().put(key, bytes("two"), LONG);

        assertThat(cache().get(key)).hasValue(bytes("two"));
    }

    @Test
    void returns_nothing_when_the_value_was_removed() {
        CacheKey key = key();
        cache().put(key, bytes("one"), LONG);

        cache().remove(key);
        cache().remove(key);

        assertThat(cache().get(key)).isEmpty();
    }

    @Test
    void returns_nothing_when_the_time_is_over() {
        CacheKey key = key();
        cache().put(key, bytes("one"), SHORT);

        pass(SHORT, key);

        assertThat(cache().get(key)).isEmpty();
    }

    @Test
    void counts_the_time_from_the_last_value_when_several_were_put() {
        CacheKey longer = key();
        CacheKey shorter = key();
        cache().put(longer, bytes("one"), SHORT);
        cache().put(longer, bytes("two"), LONG);
        cache().put(shorter, bytes("one"), LONG);
        cache().put(shorter, bytes("two"), SHORT);

        pass(SHORT, shorter);

        assertThat(cache().get(shorter)).isEmpty();
        assertThat(cache().get(longer)).hasValue(bytes("two"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 4_096, MEBIBYTE})
    void returns_the_same_bytes_when_they_are_any(int length) {
        CacheKey key = key();
        byte[] value = new byte[length];
        new Random(length).nextBytes(value);

        cache().put(key, value, LONG);

        assertThat(cache().get(key)).hasValue(value);
    }

    @Test
    void keeps_values_apart_when_keys_differ() {
        CacheKey one = key();
        CacheKey other = key();
        cache().put(one, bytes("one"), LONG);
        cache().put(other, bytes("other"), LONG);

        cache().remove(one);

        assertThat(cache().get(one)).isEmpty();
        assertThat(cache().get(other)).hasValue(bytes("other"));
    }

    @Test
    void keeps_its_own_copy_when_an_array_is_changed_outside() {
        CacheKey key = key();
        byte[] given = bytes("one");
        cache().put(key, given, LONG);

        given[0] = 'X';
        cache().get(key).orElseThrow()[1] = 'X';

        assertThat(cache().get(key)).hasValue(bytes("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "P366D"})
    void refuses_a_time_to_live_when_it_is_out_of_range(Duration timeToLive) {
        CacheKey key = key();

        assertThatThrownBy(() -> cache().put(key, bytes("one"), timeToLive))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("timeToLive must be from 1 ms to 365 days");
        assertThat(cache().get(key)).isEmpty();
    }

    @Test
    void keeps_a_value_when_its_time_is_the_longest() {
        CacheKey key = key();

        cache().put(key, bytes("one"), Duration.ofDays(365));

        assertThat(cache().get(key)).hasValue(bytes("one"));
    }

    @Test
    void returns_whole_values_when_many_threads_use_one_key() throws Exception {
        CacheKey key = key();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                byte letter = (byte) ('a' + thread);
                work.add(() -> writesAndReads(key, letter));
            }

            List<Future<Boolean>> results = threads.invokeAll(work);

            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean writesAndReads(CacheKey key, byte letter) {
        boolean whole = true;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] value = new byte[100 + letter];
            java.util.Arrays.fill(value, letter);
            cache().put(key, value, LONG);
            byte[] found = cache().get(key).orElseThrow();
            whole &= found.length == 100 + found[0] && found[0] == found[found.length - 1];
        }
        return whole;
    }

    /** Returns a key that nobody has used. */
    static CacheKey key() {
        return CacheKey.of(CacheFamily.EMBEDDING)
                .part("model", "any")
                .part("text", UUID.randomUUID().toString())
                .build();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
