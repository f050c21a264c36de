package io.github.activeia.core;

/** For which part of the path a model is asked: costs, tiers and traces are kept by it. */
public enum AgentRole {
    /** Reads what the student wants. */
    GATEKEEPER("gatekeeper"),
    /** Guides over the course's material. */
    TUTOR("tutor"),
    /** Explains in general where the material does not cover it. */
    FALLBACK("fallback"),
    /** Checks the text that leaves. */
    SAFETY("safety"),
    /** Sets how much help there is. */
    SCAFFOLDING("scaffolding"),
    /** The host itself, outside the path of a question. */
    HOST("host");

    private final String value;

    AgentRole(String value) {
        this.value = value;
    }

    /** Returns the word that is stored. */
    public String value() {
        return value;
    }
}
