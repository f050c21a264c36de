package io.github.activeia.core;

/** Where the gatekeeper, and then retrieval, send a question. */
public enum Route {
    /** The tutor guides from the course's own material. */
    TUTOR("tutor"),

    /** A general explanation, because the course does not cover it. */
    FALLBACK("fallback"),

    /** A teaching refusal. */
    BLOCK("bloqueo"),

    /** A person should take over. */
    ESCALATE("escalamiento");

    private final String value;

    Route(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
