package io.github.activeia.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.StudentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At most a number of questions per student and course within a window that slides with time. Counts are kept in memory for
 * at most 100,000 students, so it limits one node. Thread-safe.
 */
public final class SlidingWindowRateLimiter implements RateLimiter {
    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Cache<Key, Deque<Instant>> asked;

    private record Key(StudentId student, CourseId course) {}

    /**
     * Creates a limiter.
     *
     * @param limit questions per window, at least 1
     * @param window the length of the window, more than zero
     * @param clock tells the time
     */
    public SlidingWindowRateLimiter(int limit, Duration window, Clock clock) {
        new Faults()
                .require(limit >= 1, "limit", "be at least 1", limit, "use RateLimiter.unlimited() for no limit")
                .require(
                        window.compareTo(Duration.ZERO) > 0,
                        "window",
                        "be more than zero",
                        window,
                        "use PT1M if in doubt")
                .throwIfAny();
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.asked = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(window)
                .ticker(() -> nanos(clock))
                .build();
    }

    @Override
    public Optional<Duration> tryAcquire(StudentId student, CourseId course) {
        Instant now = clock.instant();
        AtomicReference<Duration> wait = new AtomicReference<>();
        asked.asMap().compute(new Key(student, course), (key, before) -> {
            Deque<Instant> times = before == null ? new ArrayDeque<>() : before;
            wait.set(takeOrWait(times, now));
            return times;
        });
        return Optional.ofNullable(wait.get());
    }

    private @Nullable Duration takeOrWait(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return Duration.between(now, times.getFirst().plus(window));
        }
        times.addLast(now);
        return null;
    }

    /** The cache forgets by the same clock that the window slides by. */
    private static long nanos(Clock clock) {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
