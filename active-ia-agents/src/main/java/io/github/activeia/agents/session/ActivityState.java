package io.github.activeia.agents.session;

import io.github.activeia.core.HelpLevel;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a student on an activity.
 *
 * @param level the help level
 * @param delegations how many messages handed over the work
 * @param failedAttempts how many attempts failed since help last went up or the student got ahead
 * @param hints how many replies helped with more than orienting questions since help last went down
 * @param involvement the AI involvement of the replies since help last went down
 * @param waitingSince when help last went up, the student last got ahead, or the work began; null before the first message
 * @param givenHints which of the activity's own hints were given: their places in its list, from 0, ascending
 */
public record ActivityState(
        HelpLevel level,
        int delegations,
        int failedAttempts,
        int hints,
        Involvement involvement,
        @Nullable Instant waitingSince,
        List<Integer> givenHints) {
    /** Copies the list. */
    public ActivityState {
        givenHints = List.copyOf(givenHints);
    }

    /**
     * A running mean.
     *
     * @param replies how many replies were measured
     * @param sum of their involvement
     */
    public record Involvement(int replies, double sum) {
        /** Returns the mean, 0 where nothing was measured. */
        public double mean() {
            return replies == 0 ? 0 : sum / replies;
        }
    }

    /** Returns the state of a student who has just begun. */
    public static ActivityState fresh() {
        return new ActivityState(HelpLevel.ORIENT, 0, 0, 0, new Involvement(0, 0), null, List.of());
    }

    /** Returns the state with one more delegation. */
    public ActivityState delegated() {
        return new ActivityState(level, delegations + 1, failedAttempts, hints, involvement, waitingSince, givenHints);
    }

    /** Returns the state with one more failed attempt. */
    public ActivityState failed() {
        return new ActivityState(level, delegations, failedAttempts + 1, hints, involvement, waitingSince, givenHints);
    }

    /** Returns the state with one more hint. */
    public ActivityState hinted() {
        return new ActivityState(level, delegations, failedAttempts, hints + 1, involvement, waitingSince, givenHints);
    }

    /** Returns the state after one of the activity's own hints was given; this one if it had been. */
    public ActivityState given(int hint) {
        if (givenHints.contains(hint)) {
            return this;
        }
        List<Integer> given =
                Stream.concat(givenHints.stream(), Stream.of(hint)).sorted().toList();
        return new ActivityState(level, delegations, failedAttempts, hints, involvement, waitingSince, given);
    }

    /** Returns the state with the AI involvement of one more reply, 0 to 1. */
    public ActivityState involved(double value) {
        Involvement more = new Involvement(involvement.replies() + 1, involvement.sum() + value);
        return new ActivityState(level, delegations, failedAttempts, hints, more, waitingSince, givenHints);
    }

    /** Returns the state with the clock started, if it does not run yet. */
    public ActivityState begun(Instant now) {
        return waitingSince != null
                ? this
                : new ActivityState(level, delegations, failedAttempts, hints, involvement, now, givenHints);
    }

    /** Returns the state after help went up: attempts and waiting time count from now. */
    public ActivityState raised(HelpLevel to, Instant now) {
        return new ActivityState(to, delegations, 0, hints, involvement, now, givenHints);
    }

    /** Returns the state after help went down: everything counts from now. */
    public ActivityState lowered(HelpLevel to, Instant now) {
        return new ActivityState(to, delegations, 0, 0, new Involvement(0, 0), now, givenHints);
    }
}
