package io.github.activeia.agents.safety;

import io.github.activeia.core.llm.LlmResult;
import java.util.List;

/**
 * What a reviewer was asked about one text.
 *
 * @param promptId the id of its prompt file; empty where there is no reviewer
 * @param promptHash the hash of that file; empty where there is no reviewer
 * @param opinions what it said, in order; empty where the rules had no doubt
 */
public record Reviewed(String promptId, String promptHash, List<Opinion> opinions) {
    /** Copies the list. */
    public Reviewed {
        opinions = List.copyOf(opinions);
    }

    /** Returns which providers were tried, in order. */
    public List<LlmResult.Attempt> attempts() {
        return opinions.stream().flatMap(opinion -> opinion.attempts().stream()).toList();
    }
}
