package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.Chunk;
import java.util.Comparator;

/** A candidate with its place in the order: higher is better, and comparable within one question only. */
record Ranked(Candidate candidate, double score) {
    /** Best first; the id breaks ties, so that the same question always gives the same order. */
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(r -> r.chunk().id());

    Chunk chunk() {
        return candidate.chunk();
    }

    Ranked plus(double boost) {
        return new Ranked(candidate, score + boost);
    }
}
