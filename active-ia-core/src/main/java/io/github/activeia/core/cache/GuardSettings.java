package io.github.activeia.core.cache;

import static io.github.activeia.core.Property.once;
import static io.github.activeia.core.Property.range;

import io.github.activeia.core.Faults;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a far cache may take, and when it is left alone for a while. Immutable and thread-safe.
 *
 * <pre>{@code
 * GuardSettings settings = GuardSettings.builder().timeLimit(Duration.ofMillis(20)).build();
 * }</pre>
 */
public final class GuardSettings {
    private final Duration timeLimit;
    private final int failuresToOpen;
    private final Duration openFor;
    private final int maxConcurrentCalls;
    private final Clock clock;

    private GuardSettings(Builder builder) {
        timeLimit = Objects.requireNonNullElse(builder.timeLimit, Duration.ofMillis(50));
        failuresToOpen = Objects.requireNonNullElse(builder.failuresToOpen, 3);
        openFor = Objects.requireNonNullElse(builder.openFor, Duration.ofSeconds(5));
        maxConcurrentCalls = Objects.requireNonNullElse(builder.maxConcurrentCalls, 8);
        clock = Objects.requireNonNullElseGet(builder.clock, Clock::systemUTC);
    }

    /** Returns the defaults that each property names. */
    public static GuardSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how long a caller waits for one call, 1 ms to 1 min; default 50 ms. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /** Returns after how many failures in a row the cache is left alone, 1 to 100; default 3. */
    public int failuresToOpen() {
        return failuresToOpen;
    }

    /** Returns how long it is left alone before one call tries it again, 1 ms to 1 h; default 5 s. */
    public Duration openFor() {
        return openFor;
    }

    /**
     * Returns how many calls may run at the same time, 1 to 1000; default 8. A call that was given up counts until it has really
     * ended, so a cache that stalls holds at most this many threads; calls beyond that are not made.
     */
    public int maxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    /** Returns what tells when to try again and when to warn again; default the system's. */
    public Clock clock() {
        return clock;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Duration timeLimit;
        private @Nullable Integer failuresToOpen;
        private @Nullable Duration openFor;
        private @Nullable Integer maxConcurrentCalls;
        private @Nullable Clock clock;

        private Builder() {}

        /** Sets {@link GuardSettings#timeLimit()}. */
        public Builder timeLimit(Duration value) {
            timeLimit = once("timeLimit", timeLimit, value);
            return this;
        }

        /** Sets {@link GuardSettings#failuresToOpen()}. */
        public Builder failuresToOpen(int value) {
            failuresToOpen = once("failuresToOpen", failuresToOpen, value);
            return this;
        }

        /** Sets {@link GuardSettings#openFor()}. */
        public Builder openFor(Duration value) {
            openFor = once("openFor", openFor, value);
            return this;
        }

        /** Sets {@link GuardSettings#maxConcurrentCalls()}. */
        public Builder maxConcurrentCalls(int value) {
            maxConcurrentCalls = once("maxConcurrentCalls", maxConcurrentCalls, value);
            return this;
        }

        /** Sets {@link GuardSettings#clock()}. */
        public Builder clock(Clock value) {
            clock = once("clock", clock, value);
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
         */
        public GuardSettings build() {
            GuardSettings settings = new GuardSettings(this);
            Faults faults = new Faults();
            range(faults, "timeLimit", settings.timeLimit, Duration.ofMillis(1), Duration.ofMinutes(1));
            range(faults, "openFor", settings.openFor, Duration.ofMillis(1), Duration.ofHours(1));
            range(faults, "failuresToOpen", settings.failuresToOpen, 1, 100);
            range(faults, "maxConcurrentCalls", settings.maxConcurrentCalls, 1, 1000);
            faults.throwIfAny();
            return settings;
        }
    }
}
