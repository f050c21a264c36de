package io.github.activeia.agents.gatekeeper;

import java.util.List;

/**
 * How the student feels.
 *
 * @param score how strong the frustration is
 * @param danger whether a person may be in danger
 * @param hits the evidence of frustration
 * @param dangerHits the evidence of danger
 */
record Affect(double score, boolean danger, List<Hit> hits, List<Hit> dangerHits) {

    private static final double STRONG = 2.0;

    static Affect of(Evidence evidence, boolean aboutCourse) {
        List<Hit> dangerous = evidence.best("danger");
        List<Hit> idioms = evidence.best("danger_idiom");
        boolean angry = aboutCourse || evidence.has("laugh");
        List<Hit> danger = !dangerous.isEmpty() || angry ? dangerous : idioms;
        List<Hit> frustration = evidence.best("frustration");
        double idiomatic = angry ? Evidence.sum(idioms) : 0;
        return new Affect(Evidence.sum(frustration) + idiomatic, !danger.isEmpty(), frustration, danger);
    }

    /** Returns whether the frustration is more than a passing word. */
    boolean isStrong() {
        return score >= STRONG;
    }
}
