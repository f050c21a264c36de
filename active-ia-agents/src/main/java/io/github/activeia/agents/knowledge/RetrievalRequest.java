package io.github.activeia.agents.knowledge;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CourseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param question the sanitised message
 * @param course the course
 * @param activity what the student works on, or null
 * @param intent what the student wants
 * @param earlier the sanitised messages before it, oldest first
 */
public record RetrievalRequest(
        String question, CourseId course, @Nullable Activity activity, CognitiveIntent intent, List<String> earlier) {
    /** Copies the list. */
    public RetrievalRequest {
        earlier = List.copyOf(earlier);
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "RetrievalRequest[" + question.length() + " characters, course=" + course + "]";
    }
}
