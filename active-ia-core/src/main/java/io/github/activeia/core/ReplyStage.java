package io.github.activeia.core;

/** How far a reply is. */
public enum ReplyStage {
    /** The material is searched. */
    SEARCHING("searching"),

    /** A text is being written, and checked. */
    THINKING("thinking"),

    /** The first words may be shown. */
    ANSWER("answer");

    private final String value;

    ReplyStage(String value) {
        this.value = value;
    }

    /** Returns the word for protocols, such as the name of a server-sent event. */
    public String value() {
        return value;
    }
}
