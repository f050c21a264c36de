package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TieredCacheTest extends CacheContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final CaffeineCache near = CaffeineCache.of(64_000_000, clock);
    private final CaffeineCache far = CaffeineCache.of(64_000_000, clock);
    private final Cache cache = TieredCache.of(near, far, MINUTE);

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time, CacheKey key) {
        clock.advance(time);
    }

    @Test
    void fills_the_near_cache_when_the_far_one_has_the_value() {
        CacheKey key = key();
        far.put(key, bytes("one"), HOUR);

        cache.get(key);

        assertThat(near.get(key)).hasValue(bytes("one"));
    }

    @Test
    void asks_the_far_cache_again_when_the_near_time_is_over() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);
        far.put(key, bytes("two"), HOUR);

        assertThat(cache.get(key)).hasValue(bytes("one"));
        clock.advance(MINUTE);
        assertThat(cache.get(key)).hasValue(bytes("two"));
    }

    @Test
    void outlives_the_far_value_by_no_more_than_the_near_time_when_filled_late() {
        CacheKey key = key();
        far.put(key, bytes("one"), HOUR);
        clock.advance(HOUR.minusSeconds(1));
        cache.get(key);

        clock.advance(MINUTE);

        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void removes_from_both_when_a_value_is_removed() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        cache.remove(key);

        assertThat(near.get(key)).isEmpty();
        assertThat(far.get(key)).isEmpty();
    }

    @Test
    void still_answers_from_near_when_the_far_cache_was_flushed() {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        far.clear();

        assertThat(cache.get(key)).hasValue(bytes("one"));
    }

    @Test
    void refuses_a_near_time_when_it_is_none() {
        assertThatThrownBy(() -> TieredCache.of(near, far, Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    }
}
