package io.github.activeia.core.limit;

import io.github.activeia.core.Faults;
import java.time.Duration;

/**
 * How a token bucket fills: it begins full with {@code capacity} tokens, a question takes one, and {@code tokens} flow back evenly
 * in each {@code period}. Over any time {@code t}, at most {@code capacity + tokens × t / period} questions pass.
 *
 * @param capacity how many questions may come at once, 1 to 1,000,000
 * @param tokens how many flow back in a period, 1 to 1,000,000
 * @param period 1 ms or more; an empty bucket must be full again within 366 days
 */
public record Rate(int capacity, int tokens, Duration period) {
    private static final int MOST = 1_000_000;
    private static final Duration SLOWEST = Duration.ofDays(366);

    /**
     * Checks the values.
     *
     * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
     */
    public Rate {
        Faults faults = new Faults()
                .require(
                        capacity >= 1 && capacity <= MOST,
                        "capacity",
                        "be from 1 to " + MOST,
                        capacity,
                        "use 10 if in doubt")
                .require(tokens >= 1 && tokens <= MOST, "tokens", "be from 1 to " + MOST, tokens, "use 10 if in doubt")
                .require(
                        period.compareTo(Duration.ofMillis(1)) >= 0 && period.compareTo(SLOWEST) <= 0,
                        "period",
                        "be from 1 ms to 366 days",
                        period,
                        "use PT1M if in doubt");
        faults.throwIfAny();
        faults.require(
                        fill(capacity, tokens, period).compareTo(SLOWEST) <= 0,
                        "capacity",
                        "flow back within 366 days",
                        fill(capacity, tokens, period),
                        "use a smaller capacity or more tokens")
                .throwIfAny();
    }

    /** Returns a rate whose capacity is what flows back in a period: all of it may be asked at once. */
    public static Rate of(int tokens, Duration period) {
        return new Rate(tokens, tokens, period);
    }

    /** Returns a rate for a minute, whose capacity is the same number. */
    public static Rate perMinute(int tokens) {
        return of(tokens, Duration.ofMinutes(1));
    }

    /** Returns the same flow with another capacity. */
    public Rate burst(int newCapacity) {
        return new Rate(newCapacity, tokens, period);
    }

    /** Returns how long an empty bucket takes to be full, rounded up. */
    Duration fill() {
        return fill(capacity, tokens, period);
    }

    private static Duration fill(int capacity, int tokens, Duration period) {
        return period.multipliedBy(capacity).dividedBy(tokens).plusNanos(1);
    }
}
