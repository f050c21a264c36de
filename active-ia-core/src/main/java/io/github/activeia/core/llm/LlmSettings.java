package io.github.activeia.core.llm;

import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a chain waits, and when it stops asking a provider for a while. Immutable and thread-safe.
 *
 * <pre>{@code
 * LlmSettings settings = LlmSettings.builder().localTimeout(Duration.ofSeconds(90)).build();
 * }</pre>
 */
public final class LlmSettings {
    private final Duration connectTimeout;
    private final Duration localTimeout;
    private final Duration cloudTimeout;
    private final int failuresToOpen;
    private final Duration openFor;
    private final int maxConcurrentCalls;

    private LlmSettings(Builder builder) {
        connectTimeout = Objects.requireNonNullElse(builder.connectTimeout, Duration.ofSeconds(2));
        localTimeout = Objects.requireNonNullElse(builder.localTimeout, Duration.ofSeconds(60));
        cloudTimeout = Objects.requireNonNullElse(builder.cloudTimeout, Duration.ofSeconds(30));
        failuresToOpen = Objects.requireNonNullElse(builder.failuresToOpen, 3);
        openFor = Objects.requireNonNullElse(builder.openFor, Duration.ofSeconds(30));
        maxConcurrentCalls = Objects.requireNonNullElse(builder.maxConcurrentCalls, 8);
    }

    /** Returns the defaults that each property names. */
    public static LlmSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how long to wait for a connection; default 2 s. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns how long a provider on this machine may take for a whole answer; default 60 s. */
    public Duration localTimeout() {
        return localTimeout;
    }

    /** Returns how long any other provider may take for a whole answer; default 30 s. */
    public Duration cloudTimeout() {
        return cloudTimeout;
    }

    /** Returns after how many failures in a row a provider's circuit opens, 1 to 100; default 3. */
    public int failuresToOpen() {
        return failuresToOpen;
    }

    /** Returns how long an open circuit rests before one question tries the provider again; default 30 s. */
    public Duration openFor() {
        return openFor;
    }

    /**
     * Returns how many calls of one provider may run at the same time, 1 to 1000; default 8. A call that was given up counts
     * until it has really ended, so a client that cannot be interrupted holds at most this many threads.
     */
    public int maxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Duration connectTimeout;
        private @Nullable Duration localTimeout;
        private @Nullable Duration cloudTimeout;
        private @Nullable Integer failuresToOpen;
        private @Nullable Duration openFor;
        private @Nullable Integer maxConcurrentCalls;

        private Builder() {}

        /** Sets {@link LlmSettings#connectTimeout()}. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = once("connectTimeout", connectTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#localTimeout()}. */
        public Builder localTimeout(Duration value) {
            localTimeout = once("localTimeout", localTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#cloudTimeout()}. */
        public Builder cloudTimeout(Duration value) {
            cloudTimeout = once("cloudTimeout", cloudTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#failuresToOpen()}. */
        public Builder failuresToOpen(int value) {
            failuresToOpen = once("failuresToOpen", failuresToOpen, value);
            return this;
        }

        /** Sets {@link LlmSettings#openFor()}. */
        public Builder openFor(Duration value) {
            openFor = once("openFor", openFor, value);
            return this;
        }

        /** Sets {@link LlmSettings#maxConcurrentCalls()}. */
        public Builder maxConcurrentCalls(int value) {
            maxConcurrentCalls = once("maxConcurrentCalls", maxConcurrentCalls, value);
            return this;
        }

        /**
         * Builds the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
         */
        public LlmSettings build() {
            LlmSettings settings = new LlmSettings(this);
            Faults faults = new Faults();
            positive(faults, "connectTimeout", settings.connectTimeout);
            positive(faults, "localTimeout", settings.localTimeout);
            positive(faults, "cloudTimeout", settings.cloudTimeout);
            positive(faults, "openFor", settings.openFor);
            range(faults, "failuresToOpen", settings.failuresToOpen, 100);
            range(faults, "maxConcurrentCalls", settings.maxConcurrentCalls, 1000);
            faults.throwIfAny();
            return settings;
        }

        private static void positive(Faults faults, String property, Duration value) {
            faults.require(
                    value.compareTo(Duration.ofMillis(1)) >= 0,
                    property,
                    "be at least 1 ms",
                    value,
                    "leave it out for the default");
        }

        private static void range(Faults faults, String property, int value, int max) {
            faults.require(
                    value >= 1 && value <= max, property, "be from 1 to " + max, value, "leave it out for the default");
        }

        private static <T> T once(String property, @Nullable T current, T value) {
            if (current != null) {
                throw new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
            }
            return value;
        }
    }
}
