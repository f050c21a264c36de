package io.github.activeia.agents.knowledge;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
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
 * @param difficulty the difficulty that suits the student, preferred but not required, or null
 */
public record RetrievalRequest(
        String question,
        CourseId course,
        @Nullable Activity activity,
        About about,
        List<String> earlier,
        @Nullable Difficulty difficulty) {
    /** What a message is about. */
    public enum About {
        /** A concept: it must be found by its own words. */
        CONCEPT,

        /** Something about the activity that the student works on. */
        ACTIVITY,

        /** A turn of a conversation about the activity, or one that names it: what its words do not find, its unit has. */
        CONVERSATION,

        /** What the student tried on that activity, or answers to the tutor, in words that the material need not share. */
        OWN_WORK
    }

    /** Copies the list. */
    public RetrievalRequest {
        earlier = List.copyOf(earlier);
    }

    /** Creates a request that prefers the difficulty of the activity, if it has one. */
    public RetrievalRequest(
            String question, CourseId course, @Nullable Activity activity, About about, List<String> earlier) {
        this(question, course, activity, about, earlier, activity == null ? null : activity.difficulty());
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "RetrievalRequest[" + question.length() + " characters, course=" + course + "]";
    }
}
