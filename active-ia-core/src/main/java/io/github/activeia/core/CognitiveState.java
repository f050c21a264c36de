package io.github.activeia.core;

/** What the student is doing, as far as the messages show it. */
public enum CognitiveState {
    /** Looking around a concept. */
    EXPLORATION("exploracion"),

    /** Planning a solution. */
    PLANNING("planificacion"),

    /** Writing it. */
    IMPLEMENTATION("implementacion"),

    /** Looking for a fault. */
    DEBUGGING("depuracion"),

    /** Checking own work. */
    VALIDATION("validacion"),

    /** Looking back. */
    REFLECTION("reflexion"),

    /** Does not understand something. */
    CONFUSION("confusion"),

    /** Getting ahead. */
    PROGRESSING("progresando"),

    /** Not getting ahead. */
    STUCK("atascado"),

    /** Trying another way. */
    STRATEGY_CHANGE("cambio_estrategia");

    private final String value;

    CognitiveState(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
