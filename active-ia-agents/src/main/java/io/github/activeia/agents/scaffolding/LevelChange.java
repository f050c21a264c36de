package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.HelpLevel;

/**
 * Whether and why help changed.
 *
 * @param before the level before
 * @param after the level after
 * @param rule the rule that moved it, {@code steady}, or {@code waiting_held}
 * @param why the pedagogical justification
 * @param state what is remembered afterwards
 */
public record LevelChange(HelpLevel before, HelpLevel after, String rule, String why, ActivityState state) {
    /** Returns whether the level is another one now. */
    public boolean moved() {
        return before != after;
    }

    /** Returns whether help went up because attempts failed. */
    public boolean repeatedFailure() {
        return rule.equals(Scaffolding.FAILED_ATTEMPTS);
    }
}
