package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/** A text that is never printed, such as an API key. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @throws InvalidValueException if it is null or blank, or has white space or control characters in it, as a key that was read
     *     from a file together with its line end
     */
    public static Secret of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidValueException(
                    "secret",
                    "not be blank",
                    value == null ? "not set" : "blank",
                    "set the key, or leave the provider out");
        }
        if (value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new InvalidValueException(
                    "secret", "not contain white space", "***", "remove the line end or the blanks around the key");
        }
        return new Secret(value);
    }

    /** Returns the secret itself, to hand it to a client and to nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
