package io.github.activeia.core.knowledge;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search in the material of one course.
 *
 * @param text the sanitised question
 * @param course the course; nothing of another one is ever returned
 * @param unit the unit the student works on, preferred but not required, or null
 * @param difficulty the difficulty that suits the student, preferred but not required, or null
 * @param contentTypes the only content types to return; empty for all but solutions
 * @param maxResults 1 to 50, default {@value #DEFAULT_MAX_RESULTS}
 */
public record KnowledgeQuery(
        String text,
        CourseId course,
        @Nullable String unit,
        @Nullable Difficulty difficulty,
        Set<ContentType> contentTypes,
        int maxResults) {

    /** How many passages are returned where nothing else is said. */
    public static final int DEFAULT_MAX_RESULTS = 5;

    /** Checks the number of results and that no solution is asked for. */
    public KnowledgeQuery {
        contentTypes = Set.copyOf(contentTypes);
        if (maxResults < 1 || maxResults > 50) {
            throw new InvalidValueException("maxResults", "be from 1 to 50", maxResults, "use 5 if in doubt");
        }
        if (contentTypes.contains(ContentType.SOLUTION)) {
            throw new InvalidValueException(
                    "contentTypes", "not contain solucion", contentTypes, "ask the SolutionIndex to detect leaks");
        }
    }

    /** Returns a search in a whole course. */
    public static KnowledgeQuery of(String text, CourseId course) {
        return new KnowledgeQuery(text, course, null, null, Set.of(), DEFAULT_MAX_RESULTS);
    }

    /** Returns the same search with a unit and a difficulty to prefer. */
    public KnowledgeQuery preferring(@Nullable String preferredUnit, @Nullable Difficulty preferredDifficulty) {
        return new KnowledgeQuery(text, course, preferredUnit, preferredDifficulty, contentTypes, maxResults);
    }

    /** Returns the same search with another number of results. */
    public KnowledgeQuery atMost(int results) {
        return new KnowledgeQuery(text, course, unit, difficulty, contentTypes, results);
    }

    /** Returns the same search, limited to some content types. */
    public KnowledgeQuery among(Set<ContentType> types) {
        return new KnowledgeQuery(text, course, unit, difficulty, types, maxResults);
    }

    /** Leaves the text out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "KnowledgeQuery[" + text.length() + " characters, course=" + course + ", unit=" + unit + ", maxResults="
                + maxResults + "]";
    }
}
