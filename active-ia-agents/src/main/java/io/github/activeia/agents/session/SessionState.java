package io.github.activeia.agents.session;

import io.github.activeia.core.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a session: the end of the conversation, and what was counted.
 *
 * @param turns how many turns there were, of both sides; the number of the last one
 * @param messages how many of them were the student's
 * @param frustrations how many messages were frustrated
 * @param conversation the last turns, oldest first, at most {@value #TURNS}, with at most {@value #CHARACTERS} characters together
 * @param tutorQuestion the last question that the tutor asked, or null
 */
public record SessionState(
        int turns, int messages, int frustrations, List<Turn> conversation, @Nullable String tutorQuestion) {

    /** How many turns are kept. */
    public static final int TURNS = 40;

    /** How many characters of all turns together are kept. */
    public static final int CHARACTERS = 32_000;

    /** How many of the student's messages {@link #studentMessages()} returns at most. */
    public static final int MESSAGES = 6;

    /** How much of each message {@link #studentMessages()} returns, in characters. */
    public static final int MESSAGE_LENGTH = 1_000;

    /** Copies the list, and checks that the last turn has the last number. */
    public SessionState {
        conversation = List.copyOf(conversation);
        if (!conversation.isEmpty() && conversation.get(conversation.size() - 1).number() != turns) {
            throw new InvalidValueException(
                    "turns", "be the number of the last turn", turns, "add turns with heard and answered");
        }
    }

    /** Returns the state of a session that has just begun. */
    public static SessionState fresh() {
        return new SessionState(0, 0, 0, List.of(), null);
    }

    /** Returns the state with one more frustrated message. */
    public SessionState frustrated() {
        return new SessionState(turns, messages, frustrations + 1, conversation, tutorQuestion);
    }

    /**
     * Returns the state with one more message of the student; this one if that message is already there.
     *
     * @param id the trace id
     * @param sanitized what was said, without personal data
     * @param at when it came in
     */
    public SessionState heard(String id, String sanitized, Instant at) {
        if (has(Turn.Role.STUDENT, id)) {
            return this;
        }
        Turn turn = new Turn(turns + 1, id, Turn.Role.STUDENT, sanitized, at);
        return new SessionState(turns + 1, messages + 1, frustrations, with(turn), tutorQuestion);
    }

    /**
     * Returns the state with one more reply of the tutor; this one if that reply is already there.
     *
     * @param id the trace id of the question
     * @param sanitized what was said, without personal data
     * @param question what the tutor asked in it, or null
     * @param at when the question came in
     */
    public SessionState answered(String id, String sanitized, @Nullable String question, Instant at) {
        if (has(Turn.Role.TUTOR, id)) {
            return this;
        }
        Turn turn = new Turn(turns + 1, id, Turn.Role.TUTOR, sanitized, at);
        return new SessionState(turns + 1, messages, frustrations, with(turn), question);
    }

    /** Returns whether a side's turn of a trace is among those that are kept. */
    public boolean has(Turn.Role role, String id) {
        return conversation.stream()
                .anyMatch(turn -> turn.role() == role && turn.id().equals(id));
    }

    /** Returns what the tutor said, oldest first. */
    public List<String> tutorTexts() {
        return conversation.stream()
                .filter(turn -> turn.role() == Turn.Role.TUTOR)
                .map(Turn::text)
                .toList();
    }

    /** Returns the last messages of the student, oldest first, at most {@value #MESSAGES}, each cut to {@value #MESSAGE_LENGTH} characters. */
    public List<String> studentMessages() {
        List<String> texts = conversation.stream()
                .filter(turn -> turn.role() == Turn.Role.STUDENT)
                .map(turn -> Turn.cut(turn.text(), MESSAGE_LENGTH))
                .toList();
        return texts.subList(Math.max(0, texts.size() - MESSAGES), texts.size());
    }

    /** Returns how many characters the turns have that are kept. */
    public int characters() {
        return conversation.stream().mapToInt(turn -> turn.text().length()).sum();
    }

    /** The newest turns that fit; the last one always does. */
    private List<Turn> with(Turn last) {
        List<Turn> all = new ArrayList<>(conversation);
        all.add(last);
        int from = all.size() - 1;
        int characters = last.text().length();
        while (from > 0 && all.size() - from < TURNS) {
            characters += all.get(from - 1).text().length();
            if (characters > CHARACTERS) {
                break;
            }
            from--;
        }
        return all.subList(from, all.size());
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "SessionState[turns=" + turns + ", messages=" + messages + ", frustrations=" + frustrations + "]";
    }
}
