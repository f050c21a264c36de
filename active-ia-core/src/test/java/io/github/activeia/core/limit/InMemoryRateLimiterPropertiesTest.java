package io.github.activeia.core.limit;

import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class InMemoryRateLimiterPropertiesTest {
    @Property
    void lets_no_more_through_in_any_window_than_capacity_and_flow(
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll @IntRange(min = 1, max = 9) int tokens,
            @ForAll @LongRange(min = 1, max = 100_000) long periodMillis,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 60_000) Integer> pausesMillis) {
        Rate rate = new Rate(capacity, tokens, Duration.ofMillis(periodMillis));
        MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
        RateLimiter limiter =
                new InMemoryRateLimiter(RateLimits.builder().student(rate).build(), clock);
        List<Duration> grants = new ArrayList<>();
        Duration now = Duration.ZERO;

        for (int pause : pausesMillis) {
            // Every third question or so comes at the same time as the one before.
            Duration time = Duration.ofMillis(pause % 3 == 0 ? 0 : pause);
            clock.advance(time);
            now = now.plus(time);
            if (limiter.tryAcquire(RateLimiterContract.ANA).isEmpty()) {
                grants.add(now);
            }
        }

        RateLimiterContract.assertNoWindowExceeds(rate, grants, Duration.ZERO);
    }
}
