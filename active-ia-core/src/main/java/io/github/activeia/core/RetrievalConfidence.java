package io.github.activeia.core;

/** How sure retrieval is that the passages cover the question: a band of the calibrated probability. */
public enum RetrievalConfidence {
    /** The material covers the question. */
    HIGH("alta"),

    /** It very likely does. */
    MEDIUM("media"),

    /** It touches it at most. */
    LOW("baja"),

    /** Nothing relevant was found. */
    NONE("ninguna");

    private final String value;

    RetrievalConfidence(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
