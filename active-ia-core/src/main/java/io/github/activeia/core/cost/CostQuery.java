package io.github.activeia.core.cost;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a ledger are meant: all that match every part that is given.
 *
 * @param from the first moment
 * @param to the first moment after the last, not before {@code from}
 * @param tenant the institution, or null for any
 * @param course the course, or null for any
 * @param student the student, or null for any
 */
public record CostQuery(
        Instant from, Instant to, @Nullable TenantId tenant, @Nullable CourseId course, @Nullable StudentId student) {
    /** Checks the order of the moments. */
    public CostQuery {
        new Faults()
                .require(!to.isBefore(from), "to", "not be before from", to, "swap them")
                .throwIfAny();
    }

    /** Returns the entries of a time, from its first moment to before its last. */
    public static CostQuery between(Instant from, Instant to) {
        return new CostQuery(from, to, null, null, null);
    }

    /** Returns the same, of one institution. */
    public CostQuery of(TenantId value) {
        return new CostQuery(from, to, value, course, student);
    }

    /** Returns the same, of one course. */
    public CostQuery of(CourseId value) {
        return new CostQuery(from, to, tenant, value, student);
    }

    /** Returns the same, of one student. */
    public CostQuery of(StudentId value) {
        return new CostQuery(from, to, tenant, course, value);
    }

    boolean matches(CostEntry entry) {
        return !entry.at().isBefore(from)
                && entry.at().isBefore(to)
                && (tenant == null || tenant.equals(entry.account().tenant()))
                && (course == null || course.equals(entry.account().course()))
                && (student == null || student.equals(entry.account().student()));
    }
}
