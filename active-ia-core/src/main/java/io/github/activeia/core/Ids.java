package io.github.activeia.core;

/** The one rule for all ids. */
final class Ids {
    static final int MAX_LENGTH = 128;

    private Ids() {}

    static void check(String property, String value) {
        boolean valid = !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.chars().noneMatch(Character::isISOControl);
        if (!valid) {
            throw new InvalidValueException(
                    property,
                    "have 1 to " + MAX_LENGTH + " characters and no control characters",
                    "a text of " + value.length() + " characters",
                    "pass the id that your system uses");
        }
    }
}
