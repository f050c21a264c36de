package io.github.activeia.agents.gateway;

import io.github.activeia.core.HelpLevel;

/** How much of an exchange the AI did: help level (a quarter each) × the share of the exchange's characters that a model wrote. */
final class Involvement {
    private Involvement() {}

    static double of(Understood understood, HelpLevel level, Spoken spoken) {
        if (spoken.use().author() == null) {
            return 0;
        }
        double byModel = spoken.body().length();
        double share = byModel / (byModel + understood.said().length());
        return level.number() / (double) HelpLevel.values().length * share;
    }
}
