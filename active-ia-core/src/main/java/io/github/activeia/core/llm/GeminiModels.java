package io.github.activeia.core.llm;

import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import io.github.activeia.core.Secret;
import org.jspecify.annotations.Nullable;

/** Opens models of Gemini. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class GeminiModels {
    private GeminiModels() {}

    static Models open(@Nullable String baseUrl, String model, Secret key, Wires wires) {
        Wire wire = wires.open(LastEvent.FINISH_REASON);
        return new Models(
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(key.reveal())
                        .modelName(model)
                        .thinkingConfig(thinking(model))
                        .maxRetries(0)
                        .build(),
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(key.reveal())
                        .modelName(model)
                        .thinkingConfig(thinking(model))
                        .build(),
                wire);
    }

    /**
     * Thinking counts as output: with a limit of some hundred tokens it leaves nothing for the answer. Only this family can
     * switch it off; older ones refuse the field, and the larger ones insist on thinking.
     */
    private static @Nullable GeminiThinkingConfig thinking(String model) {
        return model.startsWith("gemini-2.5-flash")
                ? GeminiThinkingConfig.builder().thinkingBudget(0).build()
                : null;
    }
}
