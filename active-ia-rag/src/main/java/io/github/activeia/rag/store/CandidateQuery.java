package io.github.activeia.rag.store;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store is asked for.
 *
 * @param course nothing of another course is returned
 * @param text the words, as typed
 * @param vector the embedded question, or null to search by words alone
 * @param contentTypes the only content types to return; empty for all but solutions
 * @param perLeg how many of the best to take from each leg, 1 to 1000
 */
@SuppressWarnings("ArrayRecordComponent")
public record CandidateQuery(
        CourseId course, String text, float @Nullable [] vector, Set<ContentType> contentTypes, int perLeg) {
    private static final int MAX_PER_LEG = 1000;

    /** Copies the set, and checks the number. */
    public CandidateQuery {
        contentTypes = Set.copyOf(contentTypes);
        if (perLeg < 1 || perLeg > MAX_PER_LEG) {
            throw new InvalidValueException("perLeg", "be from 1 to " + MAX_PER_LEG, perLeg, "use 100 if in doubt");
        }
    }
}
