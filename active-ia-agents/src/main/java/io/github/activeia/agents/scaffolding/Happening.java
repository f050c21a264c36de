package io.github.activeia.agents.scaffolding;

/** What a message or an attempt means for the help level. */
public enum Happening {
    /** An attempt of the student's own failed. */
    FAILED_ATTEMPT("intento_fallido"),

    /** The student solved a step, or explained the reasoning. */
    PROGRESS("avance"),

    /** Neither: a question, a request, insistence. */
    NEITHER("ninguno");

    private final String value;

    Happening(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
