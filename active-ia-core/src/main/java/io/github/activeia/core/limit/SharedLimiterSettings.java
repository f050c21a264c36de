package io.github.activeia.core.limit;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.Faults;
import io.github.activeia.core.store.FailPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a limiter that shares its buckets with other nodes keeps to. Immutable and thread-safe.
 *
 * <pre>{@code
 * SharedLimiterSettings settings = SharedLimiterSettings.builder()
 *         .limits(RateLimits.builder().student(Rate.perMinute(6)).build())
 *         .failPolicy(FailPolicy.CLOSED)
 *         .build();
 * }</pre>
 */
public final class SharedLimiterSettings {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9:._{}-]{1,100}");

    private final RateLimits limits;
    private final FailPolicy failPolicy;
    private final Duration timeBound;
    private final Duration retryAfter;
    private final String keyPrefix;

    private SharedLimiterSettings(Builder builder) {
        limits = Objects.requireNonNullElseGet(builder.limits, RateLimits::defaults);
        failPolicy = Objects.requireNonNullElse(builder.failPolicy, FailPolicy.OPEN);
        timeBound = Objects.requireNonNullElse(builder.timeBound, Duration.ofMillis(50));
        retryAfter = Objects.requireNonNullElse(builder.retryAfter, Duration.ofSeconds(5));
        keyPrefix = Objects.requireNonNullElse(builder.keyPrefix, "active-ia:rate:");
    }

    /** Returns the defaults that each property names. */
    public static SharedLimiterSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how often may be asked; default {@link RateLimits#defaults()}. */
    public RateLimits limits() {
        return limits;
    }

    /** Returns what happens while the store does not answer; default {@link FailPolicy#OPEN}: a student does not pay for an outage. */
    public FailPolicy failPolicy() {
        return failPolicy;
    }

    /**
     * Returns how long a question waits for the store before the policy decides, 1 ms to 1 minute; default 50 ms, which nobody notices
     * beside a language model, and which a store in the same data centre needs only when it is ill.
     */
    public Duration timeBound() {
        return timeBound;
    }

    /** Returns the wait that {@link FailPolicy#CLOSED} tells, 1 ms to 1 hour; default 5 s. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Returns what the names of all buckets begin with; default {@code active-ia:rate:}. Nodes share their buckets if it is the same:
     * 1 to 100 letters and digits of ASCII, or {@code : . _ - { }}.
     */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable RateLimits limits;
        private @Nullable FailPolicy failPolicy;
        private @Nullable Duration timeBound;
        private @Nullable Duration retryAfter;
        private @Nullable String keyPrefix;

        private Builder() {}

        /** Sets {@link SharedLimiterSettings#limits()}. */
        public Builder limits(RateLimits value) {
            limits = once("limits", limits, value);
            return this;
        }

        /** Sets {@link SharedLimiterSettings#failPolicy()}. */
        public Builder failPolicy(FailPolicy value) {
            failPolicy = once("failPolicy", failPolicy, value);
            return this;
        }

        /** Sets {@link SharedLimiterSettings#timeBound()}. */
        public Builder timeBound(Duration value) {
            timeBound = once("timeBound", timeBound, value);
            return this;
        }

        /** Sets {@link SharedLimiterSettings#retryAfter()}. */
        public Builder retryAfter(Duration value) {
            retryAfter = once("retryAfter", retryAfter, value);
            return this;
        }

        /** Sets {@link SharedLimiterSettings#keyPrefix()}. */
        public Builder keyPrefix(String value) {
            keyPrefix = once("keyPrefix", keyPrefix, value);
            return this;
        }

        /**
         * Builds the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
         */
        public SharedLimiterSettings build() {
            SharedLimiterSettings settings = new SharedLimiterSettings(this);
            Faults faults = new Faults();
            range(faults, "timeBound", settings.timeBound, Duration.ofMinutes(1));
            range(faults, "retryAfter", settings.retryAfter, Duration.ofHours(1));
            faults.require(
                            PREFIX.matcher(settings.keyPrefix).matches(),
                            "keyPrefix",
                            "have 1 to 100 letters, digits or : . _ - { }",
                            "a text of " + settings.keyPrefix.length() + " characters",
                            "leave it out for the default")
                    .throwIfAny();
            return settings;
        }

        private static void range(Faults faults, String property, Duration value, Duration most) {
            faults.require(
                    value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(most) <= 0,
                    property,
                    "be from 1 ms to " + most,
                    value,
                    "leave it out for the default");
        }
    }
}
