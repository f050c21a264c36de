package io.github.activeia.core;

/** The five dimensions of risk that are watched per interaction. */
public enum RiskDimension {
    /** Delegation, dependency, no justification. */
    COGNITIVE("cognitiva"),

    /** Integrity. */
    ETHICAL("etica"),

    /** Uncritical acceptance, wrong concepts. */
    EPISTEMIC("epistemica"),

    /** Insecure code. */
    TECHNICAL("tecnica"),

    /** Policy and automation. */
    GOVERNANCE("gobernanza");

    private final String value;

    RiskDimension(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
