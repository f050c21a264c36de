package io.github.activeia.agents.scaffolding;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.StudentId;

/**
 * Which student in which topic of which course.
 *
 * @param course the course
 * @param student the student
 * @param topic the unit of the activity, or the activity's id where it has none; 1 to {@value #LONGEST} characters
 */
public record TopicKey(CourseId course, StudentId student, String topic) {
    /** How long the name of a topic may be, in characters. */
    public static final int LONGEST = 200;

    /** Checks the topic. */
    public TopicKey {
        if (topic.isBlank() || topic.length() > LONGEST) {
            throw new InvalidValueException(
                    "topic",
                    "have 1 to " + LONGEST + " characters",
                    "a text of " + topic.length() + " characters",
                    "pass the unit of the activity");
        }
    }
}
