package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest extends RateLimiterContract {
    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");

    @Override
    RateLimiter limiter(RateLimits limits) {
        return new InMemoryRateLimiter(limits, clock);
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void gives_nothing_away_when_the_clock_is_set_back_and_forth() {
        RateLimiter limiter = limiter(
                RateLimits.builder().student(Rate.of(2, Duration.ofHours(1))).build());
        ask(limiter, ANA, 2);

        clock.advance(Duration.ofMinutes(-50));
        ask(limiter, ANA, 1);
        clock.advance(Duration.ofMinutes(50));

        assertThat(limiter.tryAcquire(ANA)).contains(Duration.ofMinutes(30));
    }

    @Test
    void says_yes_when_there_is_no_limit() {
        RateLimiter unlimited = RateLimiter.unlimited();

        assertThat(granted(ask(unlimited, ANA, 1000))).isEqualTo(1000);
    }
}
