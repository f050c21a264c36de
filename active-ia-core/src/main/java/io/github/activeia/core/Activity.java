package io.github.activeia.core;

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
 */
public record Activity(
        ActivityId id,
        String title,
        String instructions,
        @Nullable String unit,
        @Nullable Difficulty difficulty,
        @Nullable CoursePolicy policy) {

    /** Returns an activity in a unit, with the policy of its course. */
    public static Activity of(String id, String title, String unit) {
        return new Activity(new ActivityId(id), title, "", unit, null, null);
    }
}
