package io.github.activeia.agents.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a session.
 *
 * @param turns how many messages were read
 * @param frustrations how many of them were frustrated
 * @param studentMessages the last sanitised messages, oldest first, at most {@value #MESSAGES}, each cut to
 *     {@value #MESSAGE_LENGTH} characters
 * @param tutorQuestion the last question that the tutor asked, or null
 */
public record SessionState(int turns, int frustrations, List<String> studentMessages, @Nullable String tutorQuestion) {

    /** How many messages are kept. */
    public static final int MESSAGES = 6;

    /** How much of each message is kept, in characters. */
    public static final int MESSAGE_LENGTH = 1_000;

    /** Copies the list. */
    public SessionState {
        studentMessages = List.copyOf(studentMessages);
    }

    /** Returns the state of a session that has just begun. */
    public static SessionState fresh() {
        return new SessionState(0, 0, List.of(), null);
    }

    /** Returns the state with one more frustrated message. */
    public SessionState frustrated() {
        return new SessionState(turns, frustrations + 1, studentMessages, tutorQuestion);
    }

    /** Returns the state with one more message of the student, sanitised. */
    public SessionState heard(String sanitized) {
        List<String> messages = new ArrayList<>(studentMessages);
        messages.add(sanitized.substring(0, Math.min(sanitized.length(), MESSAGE_LENGTH)));
        List<String> last = messages.subList(Math.max(0, messages.size() - MESSAGES), messages.size());
        return new SessionState(turns + 1, frustrations, last, tutorQuestion);
    }

    /** Returns the state after the tutor asked something, or asked nothing. */
    public SessionState asked(@Nullable String question) {
        return new SessionState(turns, frustrations, studentMessages, question);
    }

    /** Leaves the messages out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "SessionState[turns=" + turns + ", frustrations=" + frustrations + "]";
    }
}
