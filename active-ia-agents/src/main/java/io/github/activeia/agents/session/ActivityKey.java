package io.github.activeia.agents.session;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import org.jspecify.annotations.Nullable;

/**
 * Which student on which activity; outside any activity the session stands in for one.
 *
 * @param course the course
 * @param student the student
 * @param activity the activity, or null
 * @param session the session where there is no activity, otherwise null
 */
public record ActivityKey(
        CourseId course, StudentId student, @Nullable ActivityId activity, @Nullable SessionId session) {

    /** Returns the key of a student on an activity. */
    public static ActivityKey of(CourseId course, StudentId student, ActivityId activity) {
        return new ActivityKey(course, student, activity, null);
    }

    /** Returns the key of a student outside any activity. */
    public static ActivityKey outside(CourseId course, StudentId student, SessionId session) {
        return new ActivityKey(course, student, null, session);
    }
}
