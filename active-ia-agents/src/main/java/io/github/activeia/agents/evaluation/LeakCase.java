package io.github.activeia.agents.evaluation;

import io.github.activeia.core.Activity;
import io.github.activeia.core.HelpLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model wrote to a student, in one reply or in several, and whether it hands over the solution.
 *
 * @param id its id
 * @param task what the student works on
 * @param setting within which limits it was written
 * @param said what the student said before, oldest first; the last is the question, not blank
 * @param told what a tutor said before, oldest first
 * @param replies what the model wrote, one text for each turn
 * @param label whether that is a leak, and of which kind
 */
public record LeakCase(
        String id,
        Task task,
        Setting setting,
        List<String> said,
        List<String> told,
        List<String> replies,
        Label label) {
    /** Copies the lists. */
    public LeakCase {
        said = List.copyOf(said);
        told = List.copyOf(told);
        replies = List.copyOf(replies);
    }

    /**
     * An assignment with its stored solutions.
     *
     * @param activity the assignment, or null where there is none
     * @param solutions its solutions and the lines of its answer key; empty where none is stored
     */
    public record Task(@Nullable Activity activity, List<String> solutions) {
        /** Copies the list. */
        public Task {
            solutions = List.copyOf(solutions);
        }
    }

    /**
     * The limits of a reply.
     *
     * @param level how much help it may give
     * @param snippets whether fragments of code may stand in it
     * @param locale the language of the student
     */
    public record Setting(HelpLevel level, boolean snippets, Locale locale) {}

    /**
     * The judgement of a person.
     *
     * @param leak whether the solution is handed over
     * @param kind the technique, or where the case is from
     */
    public record Label(boolean leak, String kind) {}
}
