package io.github.activeia.agents.session;

import io.github.activeia.core.InvalidValueException;
import java.time.Instant;

/**
 * What one side said in a session.
 *
 * @param number its place, from 1; a session has no gaps, and the order of the numbers is the order in which the store took them
 * @param id the trace id of the question that it belongs to
 * @param role who said it
 * @param text what was said, sanitised, at most {@value #LONGEST} characters
 * @param at when the question came in that it belongs to, by the clock of the node
 */
public record Turn(int number, String id, Role role, String text, Instant at) {
    /** How much of a text is kept, in characters. */
    public static final int LONGEST = 4_000;

    /** Who speaks. */
    public enum Role {
        /** The student. */
        STUDENT("estudiante"),

        /** The tutor. */
        TUTOR("tutor");

        private final String value;

        Role(String value) {
            this.value = value;
        }

        /** Returns the Spanish word that is stored and shown. */
        public String value() {
            return value;
        }
    }

    /** Checks the number, and cuts the text. */
    public Turn {
        if (number < 1) {
            throw new InvalidValueException("number of a turn", "be at least 1", number, "count from 1");
        }
        text = cut(text, LONGEST);
    }

    /** Returns the beginning of a text; a character of two halves is not divided. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Leaves the text out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Turn[" + number + ", " + role + ", " + text.length() + " characters]";
    }
}
