package io.github.activeia.agents.safety;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;

/**
 * A text that wants to become a reply.
 *
 * @param text the text, with citation markers such as {@code [1]}
 * @param question the sanitised question it answers
 * @param course the course
 * @param level the help level it may use
 * @param policy the policy in force
 * @param passages what it may cite: {@code [1]} is the first
 * @param locale the language it should be in
 * @param fromModel whether a model wrote it
 */
public record Draft(
        String text,
        String question,
        CourseId course,
        HelpLevel level,
        CoursePolicy policy,
        List<Passage> passages,
        Locale locale,
        boolean fromModel) {
    /** Copies the list. */
    public Draft {
        passages = List.copyOf(passages);
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters, level=" + level + "]";
    }
}
