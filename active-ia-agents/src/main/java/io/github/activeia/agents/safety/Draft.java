package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Exchange;
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
 * @param exchange what it answers, and what it may cite: {@code [1]} is the first passage
 * @param level the help level it may use
 * @param policy the policy in force
 * @param locale the language it should be in
 * @param fromModel whether a model wrote it
 */
public record Draft(
        String text, Exchange exchange, HelpLevel level, CoursePolicy policy, Locale locale, boolean fromModel) {

    /** Returns the same draft with another text. */
    public Draft saying(String other) {
        return new Draft(other, exchange, level, policy, locale, fromModel);
    }

    /** Returns what it may cite. */
    public List<Passage> passages() {
        return exchange.passages();
    }

    /** Returns the sanitised question it answers. */
    public String question() {
        return exchange.question();
    }

    /** Returns the course. */
    public CourseId course() {
        return exchange.course();
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters, level=" + level + "]";
    }
}
