package io.github.activeia.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assignment of a teacher.
 *
 * @param id unique within the course
 * @param title what the students call it
 * @param instructions what is to be done; empty where the host keeps it elsewhere
 * @param unit the thematic unit it belongs to, or null
 * @param difficulty how hard it is, or null
 * @param policy its own policy, or null for the course's; the more restrictive of the two holds, field by field
 * @param hints what the teacher wrote to be given when a student is stuck, in the order of writing; may be empty
 */
public record Activity(
        ActivityId id,
        String title,
        String instructions,
        @Nullable String unit,
        @Nullable Difficulty difficulty,
        @Nullable CoursePolicy policy,
        List<Hint> hints) {
    /** Copies the hints. */
    public Activity {
        hints = List.copyOf(hints);
    }

    /** Creates an activity without hints. */
    public Activity(
            ActivityId id,
            String title,
            String instructions,
            @Nullable String unit,
            @Nullable Difficulty difficulty,
            @Nullable CoursePolicy policy) {
        this(id, title, instructions, unit, difficulty, policy, List.of());
    }

    /** Returns an activity in a unit, with the policy of its course. */
    public static Activity of(String id, String title, String unit) {
        return new Activity(new ActivityId(id), title, "", unit, null, null);
    }

    /** Returns the activity with other hints. */
    public Activity withHints(List<Hint> others) {
        return new Activity(id, title, instructions, unit, difficulty, policy, others);
    }
}
