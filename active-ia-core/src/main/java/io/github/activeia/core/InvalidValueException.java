package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/** A value that breaks its rule: {@code <property> must <rule>, but was <value> — <what to do>}. */
public final class InvalidValueException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    private final String property;

    /** Creates the exception; the value must never be a student's text, personal data or a secret. */
    public InvalidValueException(String property, String rule, @Nullable Object value, String remedy) {
        super(new Fault(property, rule, String.valueOf(value), remedy).toString(), false, null);
        this.property = property;
    }

    /** Returns the name of the property. */
    public String property() {
        return property;
    }
}
