package io.github.activeia.spring;

import io.github.activeia.agents.ActiveIaBuilder;

/**
 * Sets what has no property, such as the policy of one course or the helpline. All beans of this type are called in their order,
 * after the properties and the other beans; to set again what those have set is an error.
 */
@FunctionalInterface
public interface ActiveIaCustomizer {
    /** Sets more on the builder; must not build. */
    void customize(ActiveIaBuilder builder);
}
