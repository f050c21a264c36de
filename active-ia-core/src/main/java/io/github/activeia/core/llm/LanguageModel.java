package io.github.activeia.core.llm;

import io.github.activeia.core.cost.Budgets;

/** What the agents see of the models: one question, one result. Implementations are thread-safe. */
@FunctionalInterface
public interface LanguageModel {
    /** Asks, and returns how it ended; never throws for a provider that fails. */
    LlmResult ask(LlmPrompt prompt);

    /** Returns the budgets that what it is asked counts in; default none. A model that wraps another passes those of the other on. */
    default Budgets budgets() {
        return Budgets.unlimited();
    }

    /** Returns the absence of any model: the tutor answers from the material alone. */
    static LanguageModel none() {
        return prompt -> new LlmResult.Unavailable(java.util.List.of());
    }
}
