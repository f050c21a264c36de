package io.github.activeia.agents.session;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;

/**
 * Which session: the id of the host counts within a student and a course, so that nobody can read another's session.
 *
 * @param course the course
 * @param student the student
 * @param session the session
 */
public record SessionKey(CourseId course, StudentId student, SessionId session) {}
