package io.github.activeia.agents.session;

import static io.github.activeia.core.Property.once;
import static io.github.activeia.core.Property.range;

import io.github.activeia.core.Faults;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How states are kept in Redis, and what holds while it does not answer. Immutable and thread-safe.
 *
 * <pre>{@code
 * RedisSessionSettings settings = RedisSessionSettings.builder().timeToLive(Duration.ofDays(120)).build();
 * }</pre>
 */
public final class RedisSessionSettings {
    private static final Pattern PREFIX_RULE = Pattern.compile("[A-Za-z0-9:._-]{1,64}");

    private final String keyPrefix;
    private final Duration timeToLive;
    private final Duration timeout;
    private final Duration pause;
    private final Clock clock;

    private RedisSessionSettings(Builder builder) {
        keyPrefix = Objects.requireNonNullElse(builder.keyPrefix, "active-ia:state:");
        timeToLive = Objects.requireNonNullElse(builder.timeToLive, Duration.ofDays(30));
        timeout = Objects.requireNonNullElse(builder.timeout, Duration.ofMillis(100));
        pause = Objects.requireNonNullElse(builder.pause, Duration.ofSeconds(1));
        clock = Objects.requireNonNullElseGet(builder.clock, Clock::systemUTC);
    }

    /** Returns the defaults that each property names. */
    public static RedisSessionSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what all keys begin with, 1 to 64 letters, digits or {@code : . _ -}; default {@code active-ia:state:}. */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Returns how long a state is kept after its last change, 1 s to 365 days; default 30 days. */
    public Duration timeToLive() {
        return timeToLive;
    }

    /** Returns how long to wait for each of a free connection, a new one and a reply, 1 ms to 1 min; default 100 ms. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns how long Redis is left alone after a failure, before one call tries it again, 1 ms to 1 h; default 1 s. */
    public Duration pause() {
        return pause;
    }

    /** Returns what tells when to try again and when to warn again; default the system's. */
    public Clock clock() {
        return clock;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable String keyPrefix;
        private @Nullable Duration timeToLive;
        private @Nullable Duration timeout;
        private @Nullable Duration pause;
        private @Nullable Clock clock;

        private Builder() {}

        /** Sets {@link RedisSessionSettings#keyPrefix()}. */
        public Builder keyPrefix(String value) {
            keyPrefix = once("keyPrefix", keyPrefix, value);
            return this;
        }

        /** Sets {@link RedisSessionSettings#timeToLive()}. */
        public Builder timeToLive(Duration value) {
            timeToLive = once("timeToLive", timeToLive, value);
            return this;
        }

        /** Sets {@link RedisSessionSettings#timeout()}. */
        public Builder timeout(Duration value) {
            timeout = once("timeout", timeout, value);
            return this;
        }

        /** Sets {@link RedisSessionSettings#pause()}. */
        public Builder pause(Duration value) {
            pause = once("pause", pause, value);
            return this;
        }

        /** Sets {@link RedisSessionSettings#clock()}. */
        public Builder clock(Clock value) {
            clock = once("clock", clock, value);
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
         */
        public RedisSessionSettings build() {
            RedisSessionSettings settings = new RedisSessionSettings(this);
            Faults faults = new Faults();
            faults.require(
                    PREFIX_RULE.matcher(settings.keyPrefix).matches(),
                    "keyPrefix",
                    "be 1 to 64 letters, digits or : . _ -",
                    "a text of " + settings.keyPrefix.length() + " characters",
                    "leave it out for the default");
            range(faults, "timeToLive", settings.timeToLive, Duration.ofSeconds(1), Duration.ofDays(365));
            range(faults, "timeout", settings.timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
            range(faults, "pause", settings.pause, Duration.ofMillis(1), Duration.ofHours(1));
            faults.throwIfAny();
            return settings;
        }
    }
}
