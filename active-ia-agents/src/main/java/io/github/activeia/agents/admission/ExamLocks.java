package io.github.activeia.agents.admission;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.StudentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks the tutor while exams run, of a course or of one activity, except for some students. The locks are asked for with every question,
 * so that a host may keep them in a database; if that fails, admission refuses. Thread-safe if the source is.
 *
 * <pre>{@code
 * Instant nine = Instant.parse("2026-11-27T12:00:00Z");
 * ExamLocks.Lock parcial = ExamLocks.Lock.of(new CourseId("algoritmos"), nine, nine.plus(Duration.ofHours(2)));
 * AdmissionRules rules = AdmissionRules.builder().examLock(ExamLocks.of(List.of(parcial))).build();
 * }</pre>
 */
public final class ExamLocks implements Predicate<AdmissionRequest> {
    private final Supplier<List<Lock>> source;

    private ExamLocks(Supplier<List<Lock>> source) {
        this.source = source;
    }

    /** Returns locks that do not change. */
    public static ExamLocks of(List<Lock> locks) {
        List<Lock> kept = List.copyOf(locks);
        return new ExamLocks(() -> kept);
    }

    /** Returns locks that are asked for with every question. */
    public static ExamLocks from(Supplier<List<Lock>> source) {
        return new ExamLocks(source);
    }

    /** Returns whether the student may not ask now. */
    @Override
    public boolean test(AdmissionRequest request) {
        return source.get().stream().anyMatch(lock -> lock.holds(request));
    }

    /**
     * One exam.
     *
     * @param course of this course
     * @param activity only questions about this activity, or null for all of the course
     * @param from the first instant of the lock
     * @param until the first instant after it, later than {@code from}
     * @param exempt students who may ask all the same
     */
    public record Lock(
            CourseId course, @Nullable ActivityId activity, Instant from, Instant until, Set<StudentId> exempt) {
        /**
         * Copies the set.
         *
         * @throws io.github.activeia.core.ConfigurationException if it ends before it begins
         */
        public Lock {
            new Faults()
                    .require(until.isAfter(from), "until of an exam lock", "be later than " + from, until, "swap them")
                    .throwIfAny();
            exempt = Set.copyOf(exempt);
        }

        /** Returns a lock of a whole course, for everybody. */
        public static Lock of(CourseId course, Instant from, Instant until) {
            return new Lock(course, null, from, until, Set.of());
        }

        /** Returns the same lock for one activity only. */
        public Lock on(ActivityId one) {
            return new Lock(course, one, from, until, exempt);
        }

        /** Returns the same lock, except for these students. */
        public Lock except(Set<StudentId> students) {
            return new Lock(course, activity, from, until, students);
        }

        private boolean holds(AdmissionRequest request) {
            boolean now = !request.at().isBefore(from) && request.at().isBefore(until);
            boolean here = course.equals(request.course()) && (activity == null || activity.equals(request.activity()));
            return now && here && !exempt.contains(request.student());
        }
    }
}
