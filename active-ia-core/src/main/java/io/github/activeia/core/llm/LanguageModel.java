package io.github.activeia.core.llm;

/** What the agents see of the models: one question, one result. Implementations are thread-safe. */
@FunctionalInterface
public interface LanguageModel {
    /** Asks, and returns how it ended; never throws for a provider that fails. */
    LlmResult ask(LlmPrompt prompt);

    /** Returns the absence of any model: the tutor answers from the material alone. */
    static LanguageModel none() {
        return prompt -> new LlmResult.Unavailable(java.util.List.of());
    }
}
