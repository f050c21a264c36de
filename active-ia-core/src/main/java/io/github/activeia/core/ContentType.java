package io.github.activeia.core;

/** What a document of a course is for. */
public enum ContentType {
    /** Theory. */
    THEORY("teoria"),

    /** A worked example. */
    EXAMPLE("ejemplo"),

    /** Questions and answers. */
    FAQ("faq"),

    /** An assignment. */
    ASSIGNMENT("consigna"),

    /** An exercise. */
    EXERCISE("ejercicio"),

    /** What was said in class. */
    TRANSCRIPT("transcripcion"),

    /** The answer: indexed only to detect leaks. */
    SOLUTION("solucion");

    private final String value;

    ContentType(String value) {
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
    public static ContentType of(String word) {
        return Words.find(values(), ContentType::value, "content_type", word);
    }
}
