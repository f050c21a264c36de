package io.github.activeia.agents.admission;

import io.github.activeia.core.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a question was not admitted.
 *
 * @param reason the check that said no
 * @param failed whether the check itself failed, and refused for that
 * @param retryAfter how long to wait, or null where nobody can tell
 */
public record Refusal(Reason reason, boolean failed, @Nullable Duration retryAfter) {

    /** The checks, in their order. */
    public enum Reason {
        /** The tutor is switched off everywhere. */
        KILL_SWITCH("kill_switch", Outcome.UNAVAILABLE),

        /** The tutor is not enabled in this course. */
        COURSE_DISABLED("course_disabled", Outcome.UNAVAILABLE),

        /** The student has not agreed to use it. */
        NO_CONSENT("no_consent", Outcome.UNAVAILABLE),

        /** An exam is running, or the policy in force switches the tutor off. */
        EXAM_LOCK("exam_lock", Outcome.UNAVAILABLE),

        /** The student does not belong to this course. */
        NO_ACCESS("no_access", Outcome.UNAVAILABLE),

        /** Too many questions in a short time. */
        RATE_LIMIT("rate_limit", Outcome.LIMITED),

        /** What may be spent is spent. */
        BUDGET("budget", Outcome.LIMITED),

        /** The message is longer than the host accepts. */
        TOO_LONG("too_long", Outcome.UNAVAILABLE),

        /** The message is written in a script that the tutor does not read. */
        LANGUAGE("language", Outcome.UNAVAILABLE);

        private final String value;
        private final Outcome outcome;

        Reason(String value, Outcome outcome) {
            this.value = value;
            this.outcome = outcome;
        }

        /** Returns the word that is stored in the trace. */
        public String value() {
            return value;
        }

        /** Returns what the reply will be. */
        public Outcome outcome() {
            return outcome;
        }
    }
}
