package io.github.activeia.core;

/**
 * A hint that a teacher wrote for an activity. It is shown as it is, so it must not hold the solution.
 *
 * @param level the help level from which it may be given
 * @param text the text, in Markdown, 1 to {@value #LONGEST} characters
 */
public record Hint(HelpLevel level, String text) {
    /** How long a hint may be, in characters. */
    public static final int LONGEST = 2_000;

    /** Checks the length. */
    public Hint {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new InvalidValueException(
                    "text of a hint",
                    "have 1 to " + LONGEST + " characters",
                    "a text of " + text.length() + " characters",
                    "write one thought in each hint");
        }
    }
}
