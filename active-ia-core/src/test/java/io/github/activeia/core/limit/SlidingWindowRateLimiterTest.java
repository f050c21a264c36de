package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlidingWindowRateLimiterTest {
    private static final StudentId ANA = new StudentId("alumna-7");
    private static final StudentId BEA = new StudentId("alumna-8");
    private static final CourseId ALGORITHMS = new CourseId("algoritmos");
    private static final CourseId PHYSICS = new CourseId("fisica");

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final RateLimiter limiter = new SlidingWindowRateLimiter(2, Duration.ofMinutes(1), clock);

    @Test
    void says_how_long_to_wait_when_the_places_are_taken() {
        limiter.tryAcquire(ANA, ALGORITHMS);
        clock.advance(Duration.ofSeconds(20));
        limiter.tryAcquire(ANA, ALGORITHMS);
        clock.advance(Duration.ofSeconds(10));

        assertThat(limiter.tryAcquire(ANA, ALGORITHMS)).contains(Duration.ofSeconds(30));
    }

    @Test
    void frees_one_place_at_a_time_when_the_window_slides() {
        limiter.tryAcquire(ANA, ALGORITHMS);
        clock.advance(Duration.ofSeconds(20));
        limiter.tryAcquire(ANA, ALGORITHMS);

        clock.advance(Duration.ofSeconds(40));

        assertThat(limiter.tryAcquire(ANA, ALGORITHMS)).isEmpty();
        assertThat(limiter.tryAcquire(ANA, ALGORITHMS)).contains(Duration.ofSeconds(20));
    }

    @Test
    void takes_no_place_when_it_says_no() {
        limiter.tryAcquire(ANA, ALGORITHMS);
        limiter.tryAcquire(ANA, ALGORITHMS);
        clock.advance(Duration.ofSeconds(59));
        limiter.tryAcquire(ANA, ALGORITHMS);

        clock.advance(Duration.ofSeconds(1));

        assertThat(limiter.tryAcquire(ANA, ALGORITHMS)).isEmpty();
        assertThat(limiter.tryAcquire(ANA, ALGORITHMS)).isEmpty();
    }

    @Test
    void counts_each_student_and_each_course_apart() {
        limiter.tryAcquire(ANA, ALGORITHMS);
        limiter.tryAcquire(ANA, ALGORITHMS);

        assertThat(limiter.tryAcquire(ANA, PHYSICS)).isEmpty();
        assertThat(limiter.tryAcquire(BEA, ALGORITHMS)).isEmpty();
    }

    @Test
    void gives_away_each_place_once_when_many_threads_ask() throws InterruptedException {
        RateLimiter fifty = new SlidingWindowRateLimiter(50, Duration.ofMinutes(1), clock);
        AtomicInteger admitted = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 400)
                .forEach(i -> threads.execute(() ->
                        fifty.tryAcquire(ANA, ALGORITHMS).ifPresentOrElse(wait -> {}, admitted::incrementAndGet)));

        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(admitted).hasValue(50);
    }

    @Test
    void gathers_both_faults_when_limit_and_window_are_wrong() {
        assertThatThrownBy(() -> new SlidingWindowRateLimiter(0, Duration.ZERO, clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("limit must be at least 1, but was 0")
                .hasMessageContaining("window must be more than zero, but was PT0S");
    }
}
