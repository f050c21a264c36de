package io.github.activeia.agents.leak;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.List;

/**
 * Whether a student says that a result came out that the stored solutions do not have. It tells nobody which one they have: such a message
 * is no progress, and that is all. Thread-safe.
 */
public final class StatedResult {
    private static final int NEAREST = 3;

    private final SolutionIndex solutions;

    /** Creates one over stored solutions. */
    public StatedResult(SolutionIndex solutions) {
        this.solutions = solutions;
    }

    /** Returns whether a message states a result that is none of the values of the solutions nearest to an activity, nor one of them rounded. */
    public boolean differs(String message, CourseId course, Activity activity) {
        if (!ClaimedResults.announces(message)) {
            return false;
        }
        String assignment = activity.title() + "\n" + activity.instructions();
        return !ClaimedResults.beside(solutions.nearest(course, assignment, NEAREST), List.of())
                .announced(message)
                .isEmpty();
    }
}
