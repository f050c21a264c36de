package io.github.activeia.core.llm;

import io.github.activeia.core.InvalidValueException;

/**
 * What a model is asked, independent of any provider.
 *
 * @param system the instructions; may be empty
 * @param user the delimited data and the message, not blank
 * @param maxOutputTokens the longest answer, in tokens, at least 1
 * @param temperature 0 to 2
 * @param context on whose behalf
 */
public record LlmPrompt(String system, String user, int maxOutputTokens, double temperature, LlmContext context) {
    /** Checks the ranges, and that there is something to ask. */
    public LlmPrompt {
        if (user.isBlank()) {
            throw new InvalidValueException("user", "not be blank", "blank", "put the message and its data here");
        }
        if (maxOutputTokens < 1) {
            throw new InvalidValueException("maxOutputTokens", "be at least 1", maxOutputTokens, "use 600 if in doubt");
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new InvalidValueException("temperature", "be from 0 to 2", temperature, "use 0.3 if in doubt");
        }
    }

    /** Returns a prompt of the host itself. */
    public LlmPrompt(String system, String user, int maxOutputTokens, double temperature) {
        this(system, user, maxOutputTokens, temperature, LlmContext.host());
    }

    /** Returns a prompt of the host itself with the usual limits: 600 tokens, temperature 0.3. */
    public static LlmPrompt of(String system, String user) {
        return new LlmPrompt(system, user, 600, 0.3);
    }

    /** Returns the same prompt, asked on somebody's behalf. */
    public LlmPrompt within(LlmContext other) {
        return new LlmPrompt(system, user, maxOutputTokens, temperature, other);
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "LlmPrompt[" + (system.length() + user.length()) + " characters]";
    }
}
