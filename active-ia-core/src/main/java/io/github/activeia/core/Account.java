package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/**
 * Whom a question is counted for: rates, budgets and costs are kept for the student, for the course and for the institution.
 *
 * @param student who asks
 * @param course where
 * @param tenant the institution, or null where the host serves one
 */
public record Account(StudentId student, CourseId course, @Nullable TenantId tenant) {
    /** Returns the account of a student in a course, where the host serves one institution. */
    public static Account of(StudentId student, CourseId course) {
        return new Account(student, course, null);
    }
}
