package io.github.activeia.agents.session;

import static io.github.activeia.core.Property.once;
import static io.github.activeia.core.Property.range;

import io.github.activeia.core.Faults;
import io.github.activeia.core.store.SqlTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How states are kept in PostgreSQL. Immutable and thread-safe.
 *
 * <pre>{@code
 * PostgresSessionSettings settings = PostgresSessionSettings.builder().timeToLive(Duration.ofDays(120)).build();
 * }</pre>
 */
public final class PostgresSessionSettings {
    private final SqlTable table;
    private final Duration timeToLive;
    private final Duration timeout;
    private final Clock clock;

    private PostgresSessionSettings(Builder builder) {
        table = new SqlTable(Objects.requireNonNullElse(builder.table, "active_ia_state"));
        timeToLive = Objects.requireNonNullElse(builder.timeToLive, Duration.ofDays(30));
        timeout = Objects.requireNonNullElse(builder.timeout, Duration.ofSeconds(2));
        clock = Objects.requireNonNullElseGet(builder.clock, Clock::systemUTC);
    }

    /** Returns the defaults that each property names. */
    public static PostgresSessionSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the table, {@code table} or {@code schema.table}; default {@code active_ia_state}. */
    public String table() {
        return table.name();
    }

    /** Returns how long a state is kept after its last change, 1 s to 365 days; default 30 days. */
    public Duration timeToLive() {
        return timeToLive;
    }

    /** Returns after how long a statement is given up, whole seconds from 1 s to 1 min; default 2 s. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns the clock that decides what has expired; default the system's. */
    public Clock clock() {
        return clock;
    }

    /** Collects settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable String table;
        private @Nullable Duration timeToLive;
        private @Nullable Duration timeout;
        private @Nullable Clock clock;

        private Builder() {}

        /** Sets {@link PostgresSessionSettings#table()}. */
        public Builder table(String value) {
            table = once("table", table, value);
            return this;
        }

        /** Sets {@link PostgresSessionSettings#timeToLive()}. */
        public Builder timeToLive(Duration value) {
            timeToLive = once("timeToLive", timeToLive, value);
            return this;
        }

        /** Sets {@link PostgresSessionSettings#timeout()}. */
        public Builder timeout(Duration value) {
            timeout = once("timeout", timeout, value);
            return this;
        }

        /** Sets {@link PostgresSessionSettings#clock()}. */
        public Builder clock(Clock value) {
            clock = once("clock", clock, value);
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every time that is out of range, or if the table has no plain
         *     name
         */
        public PostgresSessionSettings build() {
            PostgresSessionSettings settings = new PostgresSessionSettings(this);
            Faults faults = new Faults();
            range(faults, "timeToLive", settings.timeToLive, Duration.ofSeconds(1), Duration.ofDays(365));
            range(faults, "timeout", settings.timeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
            faults.throwIfAny();
            return settings;
        }
    }
}
