package io.github.activeia.core;

/** What safety says of a final text. */
public enum Verdict {
    /** Nothing found. */
    OK("ok"),

    /** Shown, with a note in the trace. */
    WARN("advertencia"),

    /** Replaced by a safe text. */
    REWRITE("reescritura"),

    /** Not shown. */
    BLOCK("bloqueo");

    private final String value;

    Verdict(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
