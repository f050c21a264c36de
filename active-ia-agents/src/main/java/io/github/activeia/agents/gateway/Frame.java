package io.github.activeia.agents.gateway;

import io.github.activeia.core.AgentRole;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;

/**
 * Within which limits something is written.
 *
 * @param agent who writes
 * @param level how much help it may give
 * @param passages what it may cite
 * @param withModel whether a model may write
 */
record Frame(AgentRole agent, HelpLevel level, List<Passage> passages, boolean withModel) {
    Frame {
        passages = List.copyOf(passages);
    }
}
