package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.core.HelpLevel;
import org.jspecify.annotations.Nullable;

/**
 * That a help level moved.
 *
 * @param key whose level, in which activity or session
 * @param change the levels, the rule and the justification
 * @param progress what was known of the topic then, or null where there is no topic, or nothing could be read
 */
public record LevelMove(ActivityKey key, LevelChange change, @Nullable TopicProgress progress) {
    /** Returns the level before. */
    public HelpLevel before() {
        return change.before();
    }

    /** Returns the level after. */
    public HelpLevel after() {
        return change.after();
    }

    /** Returns the rule that moved it. */
    public String rule() {
        return change.rule();
    }

    /** Returns the pedagogical justification. */
    public String why() {
        return change.why();
    }
}
