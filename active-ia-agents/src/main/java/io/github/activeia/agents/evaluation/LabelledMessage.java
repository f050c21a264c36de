package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.Set;

/** One line of a labelled file; the kinds of personal data are names, so that an unknown one can still be compared. */
record LabelledMessage(
        String id, String text, CognitiveIntent intent, boolean delegation, boolean injection, Set<String> pii) {
    LabelledMessage {
        pii = Set.copyOf(pii);
    }
}
