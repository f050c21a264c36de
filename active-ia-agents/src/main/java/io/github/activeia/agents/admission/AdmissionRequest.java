package io.github.activeia.agents.admission;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.StudentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to ask, where and when. The message is not part of it: no check needs to read it to say no.
 *
 * @param student who asks
 * @param course the course
 * @param activity the activity, or null
 * @param policy the policy in force
 * @param at the time of the question
 */
public record AdmissionRequest(
        StudentId student, CourseId course, @Nullable ActivityId activity, CoursePolicy policy, Instant at) {}
