package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.Set;

/** What the gatekeeper said of a message. */
record Observed(CognitiveIntent intent, double confidence, boolean delegation, boolean injection, Set<String> pii) {
    Observed {
        pii = Set.copyOf(pii);
    }
}
