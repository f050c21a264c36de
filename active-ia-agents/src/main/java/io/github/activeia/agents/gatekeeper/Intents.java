package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import java.util.List;

/** The classes that are learnt, numbered. A model that was fitted keeps these numbers. */
final class Intents {
    static final List<CognitiveIntent> ALL = List.of(
            CognitiveIntent.HELP,
            CognitiveIntent.SOLUTION,
            CognitiveIntent.VALIDATE,
            CognitiveIntent.FRUSTRATION,
            CognitiveIntent.EXPLORATION);

    private Intents() {}

    static int number(CognitiveIntent intent) {
        return ALL.indexOf(intent);
    }
}
