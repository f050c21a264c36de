package io.github.activeia.agents.admission;

import io.github.activeia.core.Account;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.StudentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to ask, where and when. The message is not part of it: no check needs to read it to say no.
 *
 * @param account who asks, in which course of which institution
 * @param activity the activity, or null
 * @param policy the policy in force
 * @param at the time of the question
 */
public record AdmissionRequest(Account account, @Nullable ActivityId activity, CoursePolicy policy, Instant at) {
    /** Returns who asks. */
    public StudentId student() {
        return account.student();
    }

    /** Returns the course. */
    public CourseId course() {
        return account.course();
    }
}
