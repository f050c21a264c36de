package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often may be asked: by a student in a course, in a course by all its students, and in an institution by all its courses.
 * A question needs a token of each. What is not set is not limited. Immutable and thread-safe.
 *
 * <pre>{@code
 * RateLimits limits = RateLimits.builder()
 *         .student(Rate.perMinute(10))
 *         .tenant(Rate.perMinute(3000).burst(500))
 *         .build();
 * }</pre>
 */
public final class RateLimits {
    private final @Nullable Rate student;
    private final @Nullable Rate course;
    private final @Nullable Rate tenant;

    private RateLimits(Builder builder) {
        student = builder.student;
        course = builder.course;
        tenant = builder.tenant;
    }

    /**
     * Returns limits that no class notices. A student: 10 a minute, because reading an answer and writing the next question takes
     * longer than six seconds; what is faster is a script or a held key. A course: 600 a minute, because that is a room of sixty that
     * asks as fast as it may, and what is more than that would spend a day's budget in an hour. An institution: no limit,
     * because its size is not known here.
     */
    public static RateLimits defaults() {
        return builder().student(Rate.perMinute(10)).course(Rate.perMinute(600)).build();
    }

    /** Starts limits with none set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the rate of one student in one course; by default 10 a minute. The same student has another bucket in another course. */
    public Optional<Rate> student() {
        return Optional.ofNullable(student);
    }

    /** Returns the rate of all students of a course together; by default 600 a minute. */
    public Optional<Rate> course() {
        return Optional.ofNullable(course);
    }

    /** Returns the rate of all courses of an institution together; by default none. Questions without a tenant are not counted. */
    public Optional<Rate> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** Returns the tokens that a question needs, the narrow buckets first: whoever has asked too much takes nothing from the others. */
    List<Claim> claims(Account account) {
        TenantId owner = account.tenant();
        return Stream.of(
                        Claim.of(student, new BucketKey(owner, account.course(), account.student())),
                        Claim.of(course, new BucketKey(owner, account.course(), null)),
                        Claim.of(owner == null ? null : tenant, new BucketKey(owner, null, null)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Collects the limits; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Rate student;
        private @Nullable Rate course;
        private @Nullable Rate tenant;

        private Builder() {}

        /** Sets {@link RateLimits#student()}. */
        public Builder student(Rate rate) {
            student = once("student", student, rate);
            return this;
        }

        /** Sets {@link RateLimits#course()}. */
        public Builder course(Rate rate) {
            course = once("course", course, rate);
            return this;
        }

        /** Sets {@link RateLimits#tenant()}. */
        public Builder tenant(Rate rate) {
            tenant = once("tenant", tenant, rate);
            return this;
        }

        /**
         * Builds the limits.
         *
         * @throws io.github.activeia.core.ConfigurationException if none is set
         */
        public RateLimits build() {
            new Faults()
                    .require(
                            student != null || course != null || tenant != null,
                            "limits",
                            "have a rate",
                            "none",
                            "set one, or use RateLimiter.unlimited()")
                    .throwIfAny();
            return new RateLimits(this);
        }

        private static Rate once(String property, @Nullable Rate current, Rate value) {
            if (current != null) {
                throw new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
            }
            return value;
        }
    }
}
