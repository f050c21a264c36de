package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CoursePolicy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the gatekeeper reads.
 *
 * @param message the message as typed
 * @param locale the language of the student's screen, or null
 * @param activity what the student works on, or null
 * @param history what came before in the session
 * @param policy the policy in force
 */
public record GatekeeperRequest(
        String message, @Nullable Locale locale, @Nullable Activity activity, History history, CoursePolicy policy) {

    /**
     * What came before.
     *
     * @param delegations how many messages delegated, in the same activity
     * @param frustrations how many messages of the session were frustrated
     * @param studentMessages the last sanitised messages of the student, oldest first
     * @param tutorQuestion the last question the tutor asked, or null
     */
    public record History(
            int delegations, int frustrations, List<String> studentMessages, @Nullable String tutorQuestion) {
        /** Copies the list. */
        public History {
            studentMessages = List.copyOf(studentMessages);
        }

        /** Returns the history of a new session. */
        public static History none() {
            return new History(0, 0, List.of(), null);
        }
    }

    /** Returns a request without context, under the intermediate policy. */
    public static GatekeeperRequest of(String message) {
        return new GatekeeperRequest(message, null, null, History.none(), CoursePolicy.intermediate());
    }

    /** Leaves the message out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "GatekeeperRequest[" + message.length() + " characters]";
    }
}
