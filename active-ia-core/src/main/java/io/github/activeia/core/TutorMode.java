package io.github.activeia.core;

/** How the tutor speaks. */
public enum TutorMode {
    /** Answers with questions. */
    SOCRATIC("socratico"),

    /** Explains a concept. */
    EXPLANATORY("explicativo"),

    /** Leads step by step. */
    GUIDED("guiado"),

    /** Asks the student to look at the own strategy. */
    METACOGNITIVE("metacognitivo"),

    /** Acknowledges the feeling first. */
    EMPATHETIC("empatico"),

    /** Asks what is meant, because there is too little to go on. */
    CLARIFYING("clarificador");

    private final String value;

    TutorMode(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
