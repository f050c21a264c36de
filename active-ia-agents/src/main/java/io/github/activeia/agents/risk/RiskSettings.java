package io.github.activeia.agents.risk;

import static io.github.activeia.core.Property.once;
import static io.github.activeia.core.Property.range;

import io.github.activeia.core.Faults;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When alerts are raised, and how often; from which mean AI involvement on is in the policy, {@code dependencyAlert}. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * RiskSettings settings = RiskSettings.builder().repeatedDelegations(4).pause(Duration.ofHours(6)).build();
 * }</pre>
 */
public final class RiskSettings {
    private final int repeatedDelegations;
    private final int measuredReplies;
    private final int manyHints;
    private final double insecureCode;
    private final Duration pause;
    private final int remembered;

    private RiskSettings(Builder builder) {
        repeatedDelegations = Objects.requireNonNullElse(builder.repeatedDelegations, 3);
        measuredReplies = Objects.requireNonNullElse(builder.measuredReplies, 3);
        manyHints = Objects.requireNonNullElse(builder.manyHints, 5);
        insecureCode = Objects.requireNonNullElse(builder.insecureCode, 0.5);
        pause = Objects.requireNonNullElse(builder.pause, Duration.ofHours(1));
        remembered = Objects.requireNonNullElse(builder.remembered, 10_000);
    }

    /** Returns the settings with every default. */
    public static RiskSettings defaults() {
        return builder().build();
    }

    /** Starts settings from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    int repeatedDelegations() {
        return repeatedDelegations;
    }

    int measuredReplies() {
        return measuredReplies;
    }

    int manyHints() {
        return manyHints;
    }

    double insecureCode() {
        return insecureCode;
    }

    Duration pause() {
        return pause;
    }

    int remembered() {
        return remembered;
    }

    /** Collects the settings; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer repeatedDelegations;
        private @Nullable Integer measuredReplies;
        private @Nullable Integer manyHints;
        private @Nullable Double insecureCode;
        private @Nullable Duration pause;
        private @Nullable Integer remembered;

        private Builder() {}

        /** Sets which delegation on the same activity alerts the teacher, and every one after it, 1 to 100; default 3. */
        public Builder repeatedDelegations(int value) {
            repeatedDelegations = once("repeatedDelegations", repeatedDelegations, value);
            return this;
        }

        /** Sets how many replies a mean AI involvement needs before it alerts, 1 to 100; default 3. */
        public Builder measuredReplies(int value) {
            measuredReplies = once("measuredReplies", measuredReplies, value);
            return this;
        }

        /** Sets how many hints on an activity are fine, 0 to 100; default 5. More of them raise the cognitive risk. */
        public Builder manyHints(int value) {
            manyHints = once("manyHints", manyHints, value);
            return this;
        }

        /** Sets from which technical risk on code alerts, above 0 and up to 1; default 0.5. */
        public Builder insecureCode(double value) {
            insecureCode = once("insecureCode", insecureCode, value);
            return this;
        }

        /**
         * Sets for how long an alert is not repeated for the same student, activity and code, zero for never held back, 30 days at most; default 1 hour. Each
         * node counts by itself.
         */
        public Builder pause(Duration value) {
            pause = once("pause", pause, value);
            return this;
        }

        /** Sets how many alerts the pause remembers, 1 to 1,000,000; default 10,000. Older ones are forgotten, and may be repeated. */
        public Builder remembered(int value) {
            remembered = once("remembered", remembered, value);
            return this;
        }

        /**
         * Builds the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
         */
        public RiskSettings build() {
            Faults faults = new Faults();
            range(faults, "repeatedDelegations", repeatedDelegations, 1, 100);
            range(faults, "measuredReplies", measuredReplies, 1, 100);
            range(faults, "manyHints", manyHints, 0, 100);
            range(faults, "remembered", remembered, 1, 1_000_000);
            faults.require(
                            insecureCode == null || (insecureCode > 0 && insecureCode <= 1),
                            "insecureCode",
                            "be above 0 and up to 1",
                            insecureCode,
                            "use 0.5 if in doubt")
                    .require(
                            pause == null || (!pause.isNegative() && pause.compareTo(Duration.ofDays(30)) <= 0),
                            "pause",
                            "be from zero to 30 days",
                            pause,
                            "use one hour if in doubt")
                    .throwIfAny();
            return new RiskSettings(this);
        }
    }
}
