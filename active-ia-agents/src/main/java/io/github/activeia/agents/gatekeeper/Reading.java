package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import java.util.ArrayList;
import java.util.List;

/**
 * A message, read.
 *
 * @param words its words outside code
 * @param evidence the rules that fired
 * @param delegation what is handed over
 * @param affect how the student feels
 * @param injection what tries to change the tutor
 * @param impersonal whether it is a question about nobody's task
 * @param codeLines how many lines of code came along
 */
record Reading(
        Words words,
        Evidence evidence,
        Delegation delegation,
        Affect affect,
        Injection injection,
        boolean impersonal,
        int codeLines) {
    private static final List<String> OTHER_EVIDENCE =
            List.of("own_work", "validate", "help", "exploration", "authority");

    /** Returns whether it attacks, or shows danger to a person: then what the student wants decides nothing. */
    boolean isCritical() {
        return injection.attacks() || affect.danger();
    }

    /** Returns what the student wants: an attack wants something, whatever else its words say. */
    CognitiveIntent intent(IntentDistribution wanted) {
        if (injection.attacks() && !wanted.delegates()) {
            return injection.extracts() ? CognitiveIntent.EXPLORATION : CognitiveIntent.SOLUTION;
        }
        return wanted.intent();
    }

    /** Returns how many different requests for the student's work there are: those of the rules, or the one of the whole. */
    long delegations(IntentDistribution wanted) {
        return wanted.delegates() ? Math.max(1, delegation.signals()) : 0;
    }

    CognitiveState state(CognitiveIntent intent) {
        CognitiveState best =
                switch (intent) {
                    case VALIDATE -> CognitiveState.VALIDATION;
                    case EXPLORATION -> CognitiveState.EXPLORATION;
                    case FRUSTRATION -> CognitiveState.STUCK;
                    case HELP, SOLUTION -> codeLines > 0 ? CognitiveState.IMPLEMENTATION : CognitiveState.PLANNING;
                };
        double most = 0;
        for (CognitiveState state : CognitiveState.values()) {
            double score = evidence.score(state.value());
            if (score > most) {
                most = score;
                best = state;
            }
        }
        return intent == CognitiveIntent.VALIDATE ? CognitiveState.VALIDATION : best;
    }

    /** Returns whether nothing is said in words or code. */
    boolean isWordless() {
        return codeLines == 0 && words.size() == 0;
    }

    /**
     * Returns whether there is too little to go on: a few words that no rule knows, no question that they answer, and no activity that
     * they ask help with.
     */
    boolean hasTooLittle(IntentDistribution wanted, GatekeeperRequest request, int fewWords) {
        return codeLines == 0
                && words.size() <= fewWords
                && request.history().tutorQuestion() == null
                && !wanted.delegates()
                && (request.activity() == null || evidence.score("help") < 1)
                && evidence.score("exploration") + evidence.score("validate") + affect.score() < 1;
    }

    /** Returns the hits that explain the decision. */
    List<Hit> evidenceShown(IntentDistribution wanted) {
        List<Hit> shown = new ArrayList<>(wanted.delegates() ? delegation.hits() : List.of());
        shown.addAll(affect.dangerHits());
        shown.addAll(affect.hits());
        OTHER_EVIDENCE.forEach(kind -> shown.addAll(evidence.best(kind)));
        return shown;
    }
}
