package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.privacy.Redaction;
import java.util.List;
import java.util.Locale;

/**
 * What the gatekeeper decided.
 *
 * @param intent what the student wants
 * @param confidence in the intent, 0 to 1
 * @param state what the student seems to be doing
 * @param risk how risky the message is
 * @param route where it goes, before retrieval
 * @param mode how the tutor should speak
 * @param delegates whether the message hands over the student's own work
 * @param restrictions what holds for the answer, such as {@code no_complete_solution} or {@code strict_socratic}
 * @param signals the evidence
 * @param sanitized the message without personal data and without injected instructions, and what was taken out
 * @param language of the message: {@code es}, {@code es_AR} where the student uses voseo, or {@code en}
 */
public record Assessment(
        CognitiveIntent intent,
        double confidence,
        CognitiveState state,
        RiskLevel risk,
        Route route,
        TutorMode mode,
        boolean delegates,
        List<String> restrictions,
        List<Signal> signals,
        Redaction sanitized,
        Locale language) {
    /** Copies the lists. */
    public Assessment {
        restrictions = List.copyOf(restrictions);
        signals = List.copyOf(signals);
    }

    /**
     * One piece of evidence.
     *
     * @param kind what it speaks for, such as {@code delegation}, {@code injection}, {@code frustration}, {@code own_work}
     * @param rule the id of the rule that fired
     * @param words the words it fired on, sanitised
     * @param score its weight; negative where it speaks against
     */
    public record Signal(String kind, String rule, String words, double score) {}
}
