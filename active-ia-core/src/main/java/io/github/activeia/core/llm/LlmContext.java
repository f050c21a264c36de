package io.github.activeia.core.llm;

import io.github.activeia.core.Account;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a model is asked, and how far the question may travel.
 *
 * @param agent which part of the path asks
 * @param account whom it is counted for, or null for nobody
 * @param session within which session, or null
 * @param dataPolicy how far it may travel, or null for the chain's own rule
 * @param counted whether the question is already counted among the requests of its budgets
 */
public record LlmContext(
        AgentRole agent,
        @Nullable Account account,
        @Nullable SessionId session,
        @Nullable DataPolicy dataPolicy,
        boolean counted) {

    /** Returns the context of a host that asks on its own behalf, under the chain's own rule. */
    public static LlmContext host() {
        return new LlmContext(AgentRole.HOST, null, null, null, false);
    }

    /** Returns the context of an agent that asks for an account. */
    public static LlmContext of(AgentRole agent, Account account, DataPolicy dataPolicy) {
        return new LlmContext(agent, account, null, dataPolicy, false);
    }

    /** Returns the same context within a session. */
    public LlmContext during(SessionId id) {
        return new LlmContext(agent, account, id, dataPolicy, counted);
    }

    /** Returns the same context of a question that was counted when it was let through: only its tokens and its money count now. */
    public LlmContext afterCounting() {
        return new LlmContext(agent, account, session, dataPolicy, true);
    }
}
