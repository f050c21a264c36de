package io.github.activeia.agents.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up one dimension: parts that each raise the risk make 1 − ∏(1 − part), which stays from 0 to 1, and which no part lowers. Confined
 * to one thread.
 */
final class Parts {
    private static final double DIGITS = 1e4;

    private final List<String> evidence = new ArrayList<>();
    private double harmless = 1;

    /** Adds a part of 0 to 1; nothing speaks for a part of 0. */
    Parts add(double part, String sentence) {
        if (part > 0) {
            harmless *= 1 - Math.min(1, part);
            evidence.add(sentence);
        }
        return this;
    }

    Parts addIf(boolean holds, double part, String sentence) {
        return holds ? add(part, sentence) : this;
    }

    RiskProfile.Score score() {
        return new RiskProfile.Score(Math.round((1 - harmless) * DIGITS) / DIGITS, evidence);
    }
}
