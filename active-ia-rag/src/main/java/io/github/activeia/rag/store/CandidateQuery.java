package io.github.activeia.rag.store;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
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
    /** Copies the set. */
    public CandidateQuery {
        contentTypes = Set.copyOf(contentTypes);
    }
}
