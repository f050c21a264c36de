package io.github.activeia.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of a configuration, to throw them all at once. Not thread-safe. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    /** Notes a fault if a condition does not hold. */
    public Faults require(boolean holds, String property, String rule, @Nullable Object value, String remedy) {
        if (!holds) {
            found.add(new Fault(property, rule, String.valueOf(value), remedy));
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws ConfigurationException with every fault, if there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
