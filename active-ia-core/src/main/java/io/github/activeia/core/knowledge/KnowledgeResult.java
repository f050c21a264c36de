package io.github.activeia.core.knowledge;

import io.github.activeia.core.RetrievalConfidence;
import java.util.List;

/**
 * What was found.
 *
 * @param passages best first
 * @param confidence the band of the probability
 * @param probability the calibrated probability that the passages answer the question, 0 to 1
 * @param sufficient whether the tutor may answer from them; if not, the fallback explains in general
 */
public record KnowledgeResult(
        List<Passage> passages, RetrievalConfidence confidence, double probability, boolean sufficient) {

    /** Copies the list. */
    public KnowledgeResult {
        passages = List.copyOf(passages);
    }

    /** Returns the result of a search that found nothing. */
    public static KnowledgeResult nothing() {
        return new KnowledgeResult(List.of(), RetrievalConfidence.NONE, 0, false);
    }
}
