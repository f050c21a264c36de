package io.github.activeia.core;

/** What a reply is, seen from the host. */
public enum Outcome {
    /** Answered by the tutor with a model, from the course's material. */
    ANSWERED("respondida"),

    /** A general explanation: the course does not cover the question, and nothing of it is assessable. */
    GENERAL("general"),

    /** Answered without a language model, from the material and the question templates. */
    DEGRADED("degradada"),

    /** Declined, with what the tutor can do instead. */
    BLOCKED("bloqueada"),

    /** Handed to a person. */
    ESCALATED("escalada"),

    /** Not answered now: a rate limit or a budget is used up. */
    LIMITED("limitada"),

    /** Not admitted: the tutor is off here (exam, course not enabled, no consent, no access). */
    UNAVAILABLE("no_disponible");

    private final String value;

    Outcome(String value) {
        this.value = value;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }
}
