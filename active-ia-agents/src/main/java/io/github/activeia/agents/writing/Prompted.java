package io.github.activeia.agents.writing;

import io.github.activeia.core.llm.LlmPrompt;

/**
 * A prompt with where it came from.
 *
 * @param prompt what to ask
 * @param promptId the id of the prompt file
 * @param promptHash its hash
 */
public record Prompted(LlmPrompt prompt, String promptId, String promptHash) {
    /** Returns a prompt made from a file. */
    public static Prompted from(PromptFile file, String system, String user) {
        return new Prompted(LlmPrompt.of(system, user), file.id(), file.hash());
    }
}
