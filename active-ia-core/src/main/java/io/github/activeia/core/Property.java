package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/**
 * What every property of settings and builders is held to.
 *
 * <pre>{@code
 * Duration timeout = Property.once("timeout", null, Duration.ofSeconds(2));
 * Faults faults = new Faults();
 * Property.range(faults, "timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
 * faults.throwIfAny();
 * }</pre>
 */
public final class Property {
    private Property() {}

    /**
     * Returns the value of a property that may be set once.
     *
     * @param current what it was set to before, or null
     * @throws InvalidValueException if it was set before
     */
    public static <T> T once(String property, @Nullable T current, T value) {
        if (current != null) {
            throw new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
        }
        return value;
    }

    /** Adds a fault if a value is out of its range, both ends included; null stands for the default, which is within. */
    public static <T extends Comparable<T>> void range(
            Faults faults, String property, @Nullable T value, T min, T max) {
        faults.require(
                value == null || (value.compareTo(min) >= 0 && value.compareTo(max) <= 0),
                property,
                "be from " + min + " to " + max,
                value,
                "leave it out for the default");
    }
}
