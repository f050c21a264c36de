package io.github.activeia.core;

/** How hard a document or an activity is; ordered. */
public enum Difficulty {
    /** Basic. */
    BASIC("basico"),

    /** Intermediate. */
    INTERMEDIATE("intermedio"),

    /** Advanced. */
    ADVANCED("avanzado");

    private final String value;

    Difficulty(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }

    /**
     * Returns the constant for a word, in Spanish or English, in any case, with or without accents.
     *
     * @throws InvalidValueException if no constant has that name
     */
    public static Difficulty of(String word) {
        return Words.find(values(), Difficulty::value, "difficulty", word);
    }
}
