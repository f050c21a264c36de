package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a student wants, as far as the words tell.
 *
 * @param intent the likeliest
 * @param probabilities of each intent; they add up to 1
 */
record IntentDistribution(CognitiveIntent intent, Map<CognitiveIntent, Double> probabilities) {
    private static final double DELEGATES = 0.5;
    private static final double NARROW = 0.15;

    /** Copies the map. */
    IntentDistribution {
        probabilities = Map.copyOf(probabilities);
    }

    double probability(CognitiveIntent of) {
        return probabilities.getOrDefault(of, 0.0);
    }

    /** Returns whether the student's own work is handed over. */
    boolean delegates() {
        return intent == CognitiveIntent.SOLUTION && probability(intent) >= DELEGATES;
    }

    /** Returns whether the two likeliest are so close that the words do not decide. */
    boolean isOpen() {
        double best = probability(intent);
        double second = probabilities.entrySet().stream()
                .filter(entry -> entry.getKey() != intent)
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return best - second < NARROW;
    }

    /** Returns the intents, the likeliest first. */
    List<CognitiveIntent> likeliest() {
        return probabilities.entrySet().stream()
                .sorted(Map.Entry.<CognitiveIntent, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the same with another intent on top, which takes the place of the likeliest. */
    IntentDistribution decidedFor(CognitiveIntent other) {
        Map<CognitiveIntent, Double> swapped = new EnumMap<>(probabilities);
        swapped.put(other, probability(intent));
        swapped.put(intent, probability(other));
        return new IntentDistribution(other, swapped);
    }
}
