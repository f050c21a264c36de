package io.github.activeia.core.llm;

import java.util.Optional;

/** What the agents see of the models: one question, one result. Implementations are thread-safe. */
@FunctionalInterface
public interface LanguageModel {
    /** Asks, and returns how it ended; never throws for a provider that fails. */
    LlmResult ask(LlmPrompt prompt);

    /**
     * Returns which models may answer, so that what they wrote may be kept: another text for other models, the same on every node.
     * Empty, as here, where it cannot be told; then nothing is kept.
     */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /** Returns the absence of any model: the tutor answers from the material alone. */
    static LanguageModel none() {
        return prompt -> new LlmResult.Unavailable(java.util.List.of());
    }
}
