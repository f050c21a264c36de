package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import java.util.EnumMap;
import java.util.Map;

/** Weighs the evidence for each intent. */
final class IntentReader {
    private static final double FRUSTRATION_FLOOR = 2.0;
    private static final double IMPERSONAL = 1.6;
    private static final double SHARPNESS = 0.9;

    private IntentReader() {}

    /** Returns the weight of each intent. */
    static Map<CognitiveIntent, Double> weigh(
            Evidence evidence, Delegation delegation, Affect affect, Context context) {
        Map<CognitiveIntent, Double> scores = new EnumMap<>(CognitiveIntent.class);
        double help = evidence.score("help");
        double own = evidence.score("own_work") + (context.codeLines() > 0 ? 1.0 : 0);
        double validate = evidence.score("validate");
        double exploration = evidence.score("exploration");
        if (validate > 0) {
            validate += Math.min(own, 1.5);
        }
        help += context.codeLines() > 0 ? 0.5 : 0;
        if (own > 0) {
            help += 0.4;
            exploration *= 0.7;
        }
        exploration += context.impersonal() ? IMPERSONAL : 0;
        scores.put(CognitiveIntent.SOLUTION, delegation.structured() ? delegation.score() + 3 : delegation.score());
        scores.put(CognitiveIntent.VALIDATE, validate);
        scores.put(
                CognitiveIntent.FRUSTRATION,
                affect.score() >= FRUSTRATION_FLOOR ? affect.score() * 1.1 : affect.score() * 0.6);
        scores.put(CognitiveIntent.EXPLORATION, exploration);
        scores.put(CognitiveIntent.HELP, help + 0.3);
        return scores;
    }

    /** Returns the heaviest intent; of equals the one that is named first: HELP before SOLUTION and so on. */
    static CognitiveIntent heaviest(Map<CognitiveIntent, Double> scores) {
        CognitiveIntent best = CognitiveIntent.HELP;
        for (Map.Entry<CognitiveIntent, Double> entry : scores.entrySet()) {
            if (entry.getValue() > scores.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Returns the share of the heaviest intent, from the margins between the scores. */
    static double confidence(Map<CognitiveIntent, Double> scores, CognitiveIntent best) {
        double top = scores.getOrDefault(best, 0.0);
        double sum = scores.values().stream()
                .mapToDouble(s -> Math.exp(SHARPNESS * (s - top)))
                .sum();
        return 1 / sum;
    }

    /** What is known beside the rules: how many lines of code came along, and whether it is a question about nobody's task. */
    record Context(int codeLines, boolean impersonal) {}
}
