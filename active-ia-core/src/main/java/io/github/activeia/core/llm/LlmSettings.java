package io.github.activeia.core.llm;

import static io.github.activeia.core.Property.once;
import static io.github.activeia.core.Property.range;

import io.github.activeia.core.Faults;
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
    private final Duration firstTokenTimeout;
    private final Duration idleTimeout;
    private final Duration chainTimeout;
    private final int retries;
    private final Duration retryBackoff;
    private final Duration longestRetryAfter;

    private LlmSettings(Builder builder) {
        connectTimeout = Objects.requireNonNullElse(builder.connectTimeout, Duration.ofSeconds(2));
        localTimeout = Objects.requireNonNullElse(builder.localTimeout, Duration.ofSeconds(60));
        cloudTimeout = Objects.requireNonNullElse(builder.cloudTimeout, Duration.ofSeconds(30));
        failuresToOpen = Objects.requireNonNullElse(builder.failuresToOpen, 3);
        openFor = Objects.requireNonNullElse(builder.openFor, Duration.ofSeconds(30));
        maxConcurrentCalls = Objects.requireNonNullElse(builder.maxConcurrentCalls, 8);
        firstTokenTimeout = Objects.requireNonNullElse(builder.firstTokenTimeout, Duration.ofSeconds(30));
        idleTimeout = Objects.requireNonNullElse(builder.idleTimeout, Duration.ofSeconds(15));
        chainTimeout = Objects.requireNonNullElse(builder.chainTimeout, Duration.ofMinutes(2));
        retries = Objects.requireNonNullElse(builder.retries, 1);
        retryBackoff = Objects.requireNonNullElse(builder.retryBackoff, Duration.ofMillis(250));
        longestRetryAfter = Objects.requireNonNullElse(builder.longestRetryAfter, Duration.ofSeconds(2));
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
     * Returns how many calls of one provider may run at the same time, 1 to 10,000; default 8. A call that was given up counts
     * until it has really ended, so a client that cannot be interrupted holds at most this many threads. Of a stream of the host's own
     * client nobody knows when it ends; it counts until the chain has given it up.
     */
    public int maxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    /** Returns how long a stream may take until its first piece; default 30 s, for a local model has to be loaded. */
    public Duration firstTokenTimeout() {
        return firstTokenTimeout;
    }

    /** Returns how long a stream may pause between its pieces; default 15 s. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** Returns how long all providers together may take; default 2 min. */
    public Duration chainTimeout() {
        return chainTimeout;
    }

    /** Returns how often one provider is asked again after a failure that may pass, 0 to 5; default 1. */
    public int retries() {
        return retries;
    }

    /** Returns the mean wait before the first repetition, which doubles each time and is spread by half of it; default 250 ms. */
    public Duration retryBackoff() {
        return retryBackoff;
    }

    /** Returns the longest wait that a provider may ask for before the same question; one that asks for more rests that long, and the chain goes on; default 2 s. */
    public Duration longestRetryAfter() {
        return longestRetryAfter;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Duration connectTimeout;
        private @Nullable Duration localTimeout;
        private @Nullable Duration cloudTimeout;
        private @Nullable Integer failuresToOpen;
        private @Nullable Duration openFor;
        private @Nullable Integer maxConcurrentCalls;
        private @Nullable Duration firstTokenTimeout;
        private @Nullable Duration idleTimeout;
        private @Nullable Duration chainTimeout;
        private @Nullable Integer retries;
        private @Nullable Duration retryBackoff;
        private @Nullable Duration longestRetryAfter;

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

        /** Sets {@link LlmSettings#firstTokenTimeout()}. */
        public Builder firstTokenTimeout(Duration value) {
            firstTokenTimeout = once("firstTokenTimeout", firstTokenTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#idleTimeout()}. */
        public Builder idleTimeout(Duration value) {
            idleTimeout = once("idleTimeout", idleTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#chainTimeout()}. */
        public Builder chainTimeout(Duration value) {
            chainTimeout = once("chainTimeout", chainTimeout, value);
            return this;
        }

        /** Sets {@link LlmSettings#retries()}. */
        public Builder retries(int value) {
            retries = once("retries", retries, value);
            return this;
        }

        /** Sets {@link LlmSettings#retryBackoff()}. */
        public Builder retryBackoff(Duration value) {
            retryBackoff = once("retryBackoff", retryBackoff, value);
            return this;
        }

        /** Sets {@link LlmSettings#longestRetryAfter()}. */
        public Builder longestRetryAfter(Duration value) {
            longestRetryAfter = once("longestRetryAfter", longestRetryAfter, value);
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
            positive(faults, "firstTokenTimeout", settings.firstTokenTimeout);
            positive(faults, "idleTimeout", settings.idleTimeout);
            positive(faults, "chainTimeout", settings.chainTimeout);
            positive(faults, "retryBackoff", settings.retryBackoff);
            positive(faults, "longestRetryAfter", settings.longestRetryAfter);
            range(faults, "retries", settings.retries, 0, 5);
            range(faults, "failuresToOpen", settings.failuresToOpen, 1, 100);
            range(faults, "maxConcurrentCalls", settings.maxConcurrentCalls, 1, 10_000);
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
    }
}
