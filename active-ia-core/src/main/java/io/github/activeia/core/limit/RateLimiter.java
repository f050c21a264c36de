package io.github.activeia.core.limit;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import java.time.Duration;
import java.util.Optional;

/** Says whether a student may ask now. Implementations are thread-safe. */
@FunctionalInterface
public interface RateLimiter {
    /** Takes one place, and returns empty; or takes none, and returns how long to wait. */
    Optional<Duration> tryAcquire(StudentId student, CourseId course);

    /** Returns a limiter that always says yes. */
    static RateLimiter unlimited() {
        return (student, course) -> Optional.empty();
    }
}
