package io.github.activeia.agents.scaffolding;

/** How a student's own attempt at an activity ended, as the host saw it: a test run, a submission, a checked step. */
public enum AttemptOutcome {
    /** It did not work. */
    FAILED("fallido"),

    /** A step of the activity is solved. */
    SOLVED_STEP("paso_resuelto");

    private final String value;

    AttemptOutcome(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
