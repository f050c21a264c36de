package io.github.activeia.agents.knowledge;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param question the sanitised message
 * @param course the course
 * @param activity what the student works on, or null
 * @param about what the message is about, as far as the words show it
 * @param earlier the sanitised messages before it, oldest first
 */
public record RetrievalRequest(
        String question, CourseId course, @Nullable Activity activity, About about, List<String> earlier) {
    /** What a message is about. */
    public enum About {
        /** A concept: it must be found by its own words. */
        CONCEPT,

        /** Something about the activity that the student works on. */
        ACTIVITY,

        /** What the student tried on that activity, in words that the material need not share. */
        OWN_WORK
    }

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
