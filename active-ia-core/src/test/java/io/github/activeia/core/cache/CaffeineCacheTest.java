package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaffeineCacheTest extends CacheContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final CaffeineCache cache = CaffeineCache.of(64_000_000, clock);

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time, CacheKey key) {
        clock.advance(time);
    }

    @Test
    void still_returns_the_value_when_a_moment_is_left() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        clock.advance(HOUR.minusNanos(1));

        assertThat(cache.get(key)).hasValue(bytes("one"));
    }

    @Test
    void holds_no_more_bytes_than_allowed_when_many_are_put() {
        CaffeineCache small = CaffeineCache.of(100_000, clock);
        CacheKey[] keys = Stream.generate(CacheContract::key).limit(100).toArray(CacheKey[]::new);

        Stream.of(keys).forEach(key -> small.put(key, new byte[10_000 - 256], HOUR));

        assertThat(IntStream.range(0, keys.length)
                        .filter(i -> small.get(keys[i]).isPresent()))
                .hasSizeBetween(1, 10);
    }

    @Test
    void forgets_a_value_when_it_alone_is_too_big() {
        CaffeineCache small = CaffeineCache.of(1_000, clock);
        CacheKey key = key();

        small.put(key, new byte[1_000], HOUR);

        assertThat(small.get(key)).isEmpty();
    }

    @Test
    void returns_nothing_when_it_was_cleared() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        cache.clear();

        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void refuses_a_size_when_it_holds_next_to_nothing() {
        assertThatThrownBy(() -> CaffeineCache.of(999, clock))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("maxBytes must be at least 1000, but was 999");
    }

    @Test
    void keeps_nothing_when_there_is_no_cache() {
        CacheKey key = key();

        Cache.none().put(key, bytes("one"), HOUR);
        Cache.none().remove(key);

        assertThat(Cache.none().get(key)).isEmpty();
        assertThat(Cache.none()).hasToString("Cache.none()");
    }
}
