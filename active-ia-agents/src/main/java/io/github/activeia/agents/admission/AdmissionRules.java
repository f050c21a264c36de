package io.github.activeia.agents.admission;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Question;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a host checks before a question is read. Every check defaults to yes, except that a policy with the tutor off always
 * refuses. Checks run on the thread of the question, in the order of {@link Refusal.Reason}, and the first no ends the chain; a
 * check that throws refuses. Immutable; as thread-safe as the checks that the host gives.
 */
public final class AdmissionRules {
    private final BooleanSupplier killSwitch;
    private final Predicate<AdmissionRequest> courseEnabled;
    private final Predicate<AdmissionRequest> consent;
    private final Predicate<AdmissionRequest> cloudConsent;
    private final Predicate<AdmissionRequest> examLock;
    private final Predicate<AdmissionRequest> access;
    private final Predicate<AdmissionRequest> budget;
    private final int maxLength;

    private AdmissionRules(Builder builder) {
        killSwitch = Objects.requireNonNullElse(builder.killSwitch, () -> false);
        courseEnabled = Objects.requireNonNullElse(builder.courseEnabled, request -> true);
        consent = Objects.requireNonNullElse(builder.consent, request -> true);
        cloudConsent = Objects.requireNonNullElse(builder.cloudConsent, request -> true);
        examLock = Objects.requireNonNullElse(builder.examLock, request -> false);
        access = Objects.requireNonNullElse(builder.access, request -> true);
        budget = Objects.requireNonNullElse(builder.budget, request -> true);
        maxLength = Objects.requireNonNullElse(builder.maxLength, 10_000);
    }

    /** Returns rules that admit everybody with a message of at most 10,000 characters. */
    public static AdmissionRules defaults() {
        return builder().build();
    }

    /** Starts rules from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    BooleanSupplier killSwitch() {
        return killSwitch;
    }

    Predicate<AdmissionRequest> courseEnabled() {
        return courseEnabled;
    }

    Predicate<AdmissionRequest> consent() {
        return consent;
    }

    Predicate<AdmissionRequest> cloudConsent() {
        return cloudConsent;
    }

    Predicate<AdmissionRequest> examLock() {
        return examLock;
    }

    Predicate<AdmissionRequest> access() {
        return access;
    }

    Predicate<AdmissionRequest> budget() {
        return budget;
    }

    int maxLength() {
        return maxLength;
    }

    /** Collects the checks; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable BooleanSupplier killSwitch;
        private @Nullable Predicate<AdmissionRequest> courseEnabled;
        private @Nullable Predicate<AdmissionRequest> consent;
        private @Nullable Predicate<AdmissionRequest> cloudConsent;
        private @Nullable Predicate<AdmissionRequest> examLock;
        private @Nullable Predicate<AdmissionRequest> access;
        private @Nullable Predicate<AdmissionRequest> budget;
        private @Nullable Integer maxLength;

        private Builder() {}

        /** Sets what says, true, that the tutor is off everywhere, now; default never. */
        public Builder killSwitch(BooleanSupplier off) {
            killSwitch = once("killSwitch", killSwitch, off);
            return this;
        }

        /** Sets what says, true, that the tutor is enabled in the course; default always. */
        public Builder courseEnabled(Predicate<AdmissionRequest> enabled) {
            courseEnabled = once("courseEnabled", courseEnabled, enabled);
            return this;
        }

        /** Sets what says, true, that the student has consented; default always. */
        public Builder consent(Predicate<AdmissionRequest> given) {
            consent = once("consent", consent, given);
            return this;
        }

        /**
         * Sets what says, true, that the student has consented to models of other companies; default always, where the policy
         * allows them at all. Without this consent the student is answered by local models, or without one.
         */
        public Builder cloudConsent(Predicate<AdmissionRequest> given) {
            cloudConsent = once("cloudConsent", cloudConsent, given);
            return this;
        }

        /** Sets what says, true, that an exam locks the tutor; default never. A policy with the tutor off locks it anyway. */
        public Builder examLock(Predicate<AdmissionRequest> locked) {
            examLock = once("examLock", examLock, locked);
            return this;
        }

        /** Sets what says, true, that the student may use the course; default always. */
        public Builder access(Predicate<AdmissionRequest> allowed) {
            access = once("access", access, allowed);
            return this;
        }

        /** Sets what says, true, that there is budget left for the question; default always. */
        public Builder budget(Predicate<AdmissionRequest> left) {
            budget = once("budget", budget, left);
            return this;
        }

        /** Sets the longest message, in characters, 1 to {@value Question#MAX_LENGTH}; default 10,000. */
        public Builder maxLength(int characters) {
            maxLength = once("maxLength", maxLength, characters);
            return this;
        }

        /**
         * Builds the rules.
         *
         * @throws io.github.activeia.core.ConfigurationException if a value is out of range
         */
        public AdmissionRules build() {
            new Faults()
                    .require(
                            maxLength == null || (maxLength >= 1 && maxLength <= Question.MAX_LENGTH),
                            "maxLength",
                            "be from 1 to " + Question.MAX_LENGTH,
                            maxLength,
                            "use 10000 if in doubt")
                    .throwIfAny();
            return new AdmissionRules(this);
        }
    }
}
