package io.github.activeia.agents.tutor;

import io.github.activeia.core.Activity;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How close passages are to what the student works on: material of the activity's unit wins where it says about as much as other
 * material, and within the unit the document that the activity is named after.
 */
final class Closeness {
    private static final double SAME_UNIT = 1.2;
    private static final double SAME_NAME = 1.3;
    private static final double RANK_STEP = 0.12;
    private static final int RANKS = 4;

    private final @Nullable Activity activity;
    private final Terms terms;
    private final long bestName;

    Closeness(@Nullable Activity activity, List<Passage> passages, Terms terms) {
        this.activity = activity;
        this.terms = terms;
        this.bestName = passages.stream().mapToLong(this::sharedName).max().orElse(0);
    }

    /** Returns the weight of a passage; of those of the unit, the rank counts half. */
    double weight(Passage passage, int number) {
        int rank = Math.min(number - 1, RANKS);
        if (!ofUnit(passage)) {
            return 1 - RANK_STEP * rank;
        }
        boolean named = bestName > 0 && sharedName(passage) == bestName;
        return SAME_UNIT * (named ? SAME_NAME : 1) * (1 - RANK_STEP * rank / 2);
    }

    private boolean ofUnit(Passage passage) {
        return activity != null
                && activity.unit() != null
                && activity.unit().equals(passage.document().unit());
    }

    private long sharedName(Passage passage) {
        if (activity == null || !ofUnit(passage)) {
            return 0;
        }
        Set<String> name = terms.of(activity.title());
        return terms.of(passage.document().title()).stream()
                .filter(name::contains)
                .count();
    }
}
