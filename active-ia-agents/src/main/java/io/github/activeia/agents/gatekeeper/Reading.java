package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    Map<CognitiveIntent, Double> weigh() {
        return IntentReader.weigh(evidence, delegation, affect, new IntentReader.Context(codeLines, impersonal));
    }

    CognitiveIntent intent(Map<CognitiveIntent, Double> scores) {
        if (injection.attacks() && !delegation.structured()) {
            return injection.extracts() ? CognitiveIntent.EXPLORATION : CognitiveIntent.SOLUTION;
        }
        return IntentReader.heaviest(scores);
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

    /** Returns whether there is too little to go on: a few words that no rule knows, and no question that they answer. */
    boolean hasTooLittle(GatekeeperRequest.History history, int fewWords) {
        return codeLines == 0
                && words.size() <= fewWords
                && history.tutorQuestion() == null
                && !delegation.structured()
                && evidence.score("exploration") + evidence.score("validate") + affect.score() < 1;
    }

    /** Returns the hits that explain the decision. */
    List<Hit> evidenceShown() {
        List<Hit> shown = new ArrayList<>(delegation.hits());
        shown.addAll(affect.dangerHits());
        shown.addAll(affect.hits());
        OTHER_EVIDENCE.forEach(kind -> shown.addAll(evidence.best(kind)));
        return shown;
    }
}
