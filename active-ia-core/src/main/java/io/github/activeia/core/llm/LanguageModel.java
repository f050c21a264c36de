package io.github.activeia.core.llm;

import io.github.activeia.core.cost.Budgets;
import java.util.Optional;

/** What the agents see of the models: one question, one result. Implementations are thread-safe. */
@FunctionalInterface
public interface LanguageModel {
    /** Asks, and returns how it ended; never throws for a provider that fails. */
    LlmResult ask(LlmPrompt prompt);

    /**
     * Asks, has the answer heard while it is written, and returns how it ended. Where the listener wants no more, the result has the text so
     * far. Here the whole answer is one piece: a model that can stream overrides this.
     */
    default LlmResult ask(LlmPrompt prompt, AnswerListener listener) {
        LlmResult result = ask(prompt);
        if (result instanceof LlmResult.Answered answered) {
            listener.onPiece(answered.text());
        }
        return result;
    }

    /** Returns the budgets that what it is asked counts in; default none. A model that wraps another passes those of the other on. */
    default Budgets budgets() {
        return Budgets.unlimited();
    }

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
