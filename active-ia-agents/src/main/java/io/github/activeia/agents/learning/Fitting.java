package io.github.activeia.agents.learning;

import io.github.activeia.core.Faults;

/**
 * How a classifier is fitted.
 *
 * @param rounds how often every example is looked at, at least 1
 * @param rate the length of the first steps (AdaGrad), more than 0
 * @param penalty how strongly weights are held small (L2), at least 0
 * @param rarest features that fewer examples have are left out, at least 1
 */
public record Fitting(int rounds, double rate, double penalty, int rarest) {
    /**
     * Checks the values.
     *
     * @throws io.github.activeia.core.ConfigurationException with every value that is out of range
     */
    public Fitting {
        new Faults()
                .require(rounds >= 1, "rounds", "be at least 1", rounds, "raise it")
                .require(rate > 0, "rate", "be more than 0", rate, "use 0.1")
                .require(penalty >= 0, "penalty", "be at least 0", penalty, "use 0.001")
                .require(rarest >= 1, "rarest", "be at least 1", rarest, "use 1 to keep all")
                .throwIfAny();
    }

    /** Returns 15 rounds, rate 0.1, penalty 0.001, and features of two examples or more. */
    public static Fitting defaults() {
        return new Fitting(15, 0.1, 0.001, 2);
    }
}
