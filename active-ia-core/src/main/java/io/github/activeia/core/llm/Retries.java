package io.github.activeia.core.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Says whether the same provider is asked again, and when. Thread-safe if the source of chance is. */
final class Retries {
    private final LlmSettings settings;
    private final RandomGenerator random;

    Retries(LlmSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * Returns how long to wait before the same provider is asked again, or empty if the next one is.
     *
     * @param repeated how often it was asked again already
     * @param left how much time the whole call has left
     */
    Optional<Duration> wait(int repeated, Failure failure, Duration left) {
        if (failure.ending().next() != Ending.Next.SAME || repeated >= settings.retries()) {
            return Optional.empty();
        }
        Duration wait = asked(failure.retryAfter()).orElseGet(() -> backoff(repeated));
        boolean fits = wait.compareTo(left) < 0;
        boolean bearable = failure.retryAfter() == null || wait.compareTo(settings.longestRetryAfter()) <= 0;
        return fits && bearable ? Optional.of(wait) : Optional.empty();
    }

    private static Optional<Duration> asked(@Nullable Duration retryAfter) {
        return Optional.ofNullable(retryAfter);
    }

    private Duration backoff(int repeated) {
        double spread = 0.5 + random.nextDouble();
        return Duration.ofNanos((long) (settings.retryBackoff().toNanos() * Math.pow(2, repeated) * spread));
    }
}
