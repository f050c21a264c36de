package io.github.activeia.core.cache;

import io.github.activeia.core.InvalidValueException;
import java.time.Duration;

/** The one rule for how long a value may be kept. */
final class TimeToLive {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private TimeToLive() {}

    static Duration check(Duration timeToLive) {
        if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
            throw new InvalidValueException(
                    "timeToLive", "be from 1 ms to 365 days", timeToLive, "take CacheFamily.timeToLive() if in doubt");
        }
        return timeToLive;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
