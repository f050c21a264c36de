package io.github.activeia.agents.risk;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an interaction belongs.
 *
 * @param student who asked
 * @param course in which course
 * @param activity on which activity, or null
 * @param session in which session
 * @param traceId the id of the trace
 * @param at when the question came in
 */
public record Origin(
        StudentId student,
        CourseId course,
        @Nullable ActivityId activity,
        SessionId session,
        String traceId,
        Instant at) {}
