package io.github.activeia.core;

/** How far a message leans away from learning, or towards harm; ordered from harmless to critical. */
public enum RiskLevel {
    /** Conceptual exploration. */
    LOW("bajo"),

    /** Leaning on help. */
    MEDIUM("medio"),

    /** Looking for a shortcut. */
    HIGH("alto"),

    /** An attack, or danger to a person. */
    CRITICAL("critico");

    private final String value;

    RiskLevel(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
