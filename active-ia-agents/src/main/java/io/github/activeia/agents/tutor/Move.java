package io.github.activeia.agents.tutor;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import java.util.Locale;

/** What the tutor does in a reply that is made without a model. The name, in lower case, is part of the slots' names. */
enum Move {
    EXPLAIN,
    GUIDE,
    QUESTION,
    REVIEW,
    ADVANCE,
    ANSWER,
    REFLECT,
    COMFORT,
    CLARIFY;

    /**
     * Returns what to do.
     *
     * @param answers whether the message says something to what the tutor asked last
     */
    static Move of(TutorRequest.Reading reading, boolean answers) {
        Move move = ofMode(reading);
        if (move != GUIDE && move != REVIEW) {
            return move;
        }
        if (reading.state() == CognitiveState.PROGRESSING) {
            return ADVANCE;
        }
        return answers ? ANSWER : move;
    }

    private static Move ofMode(TutorRequest.Reading reading) {
        return switch (reading.mode()) {
            case EXPLANATORY -> EXPLAIN;
            case GUIDED -> GUIDE;
            case METACOGNITIVE -> REFLECT;
            case EMPATHETIC -> COMFORT;
            case CLARIFYING -> CLARIFY;
            case SOCRATIC -> reading.intent() == CognitiveIntent.VALIDATE && !reading.strict() ? REVIEW : QUESTION;
        };
    }

    /** Returns how to send the student to the material: to read it, or just to have it at hand. */
    String pointer() {
        return switch (this) {
            case EXPLAIN, GUIDE, QUESTION -> "pointer";
            case REVIEW, ADVANCE, ANSWER, REFLECT, COMFORT, CLARIFY -> "anchor";
        };
    }

    /** Returns whether the student's own work, where it is shown, is what to ask about. A concept or a feeling comes before it. */
    boolean looksAtWork() {
        return switch (this) {
            case GUIDE, QUESTION, REVIEW, ADVANCE, ANSWER, REFLECT -> true;
            case EXPLAIN, COMFORT, CLARIFY -> false;
        };
    }

    /** Returns whether a question that the teacher wrote leads on; it does not comfort, review or look back, or pass over an answer. */
    boolean leadsOn() {
        return this == EXPLAIN || this == GUIDE || this == QUESTION;
    }

    String slot() {
        return name().toLowerCase(Locale.ROOT);
    }
}
