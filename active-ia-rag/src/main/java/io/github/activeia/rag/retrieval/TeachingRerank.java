package io.github.activeia.rag.retrieval;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;

/**
 * Prefers what helps a student who works on a unit: material of that unit, of a suitable difficulty, and concepts before
 * exercises. The boosts are fractions of a standard deviation, so that they settle near ties and no more.
 */
final class TeachingRerank {
    private static final double SAME_UNIT = 0.5;
    private static final double SAME_DIFFICULTY = 0.1;
    private static final double CONCEPTUAL = 0.15;
    private static final double EXPLANATORY = 0.1;

    private TeachingRerank() {}

    /** Returns the passages in their new order, without any solution. */
    static List<Ranked> apply(List<Ranked> ranked, KnowledgeQuery query) {
        return ranked.stream()
                .filter(r -> r.chunk().document().contentType() != ContentType.SOLUTION)
                .map(r -> r.plus(boost(r.chunk().document(), query)))
                .sorted(Ranked.BEST_FIRST)
                .toList();
    }

    private static double boost(Passage.Document document, KnowledgeQuery query) {
        double boost =
                switch (document.contentType()) {
                    case THEORY -> CONCEPTUAL;
                    case EXAMPLE, FAQ, TRANSCRIPT -> EXPLANATORY;
                    case ASSIGNMENT, EXERCISE, SOLUTION -> 0;
                };
        if (query.unit() != null && query.unit().equals(document.unit())) {
            boost += SAME_UNIT;
        }
        if (query.difficulty() != null && query.difficulty() == document.difficulty()) {
            boost += SAME_DIFFICULTY;
        }
        return boost;
    }
}
