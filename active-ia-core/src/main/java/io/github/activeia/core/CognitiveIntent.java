package io.github.activeia.core;

/** What a student wants from the tutor, as the gatekeeper reads it. */
public enum CognitiveIntent {
    /** Guidance on a concrete task; the student keeps the work. */
    HELP("ayuda"),

    /** The finished answer. */
    SOLUTION("solucion"),

    /** A judgement of the student's own work. */
    VALIDATE("validacion"),

    /** Affect dominates, and nothing is handed over. */
    FRUSTRATION("frustracion"),

    /** A concept or curiosity, generic examples included. */
    EXPLORATION("exploracion");

    private final String value;

    CognitiveIntent(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
