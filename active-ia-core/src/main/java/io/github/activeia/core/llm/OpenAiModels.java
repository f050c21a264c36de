package io.github.activeia.core.llm;

import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.activeia.core.Secret;
import org.jspecify.annotations.Nullable;

/** Opens OpenAI-compatible models. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class OpenAiModels {
    private OpenAiModels() {}

    static Models open(String baseUrl, String model, @Nullable Secret key, Wires wires) {
        Wire wire = wires.open(LastEvent.DONE_IN_BRACKETS);
        String revealed = key == null ? null : key.reveal();
        return new Models(
                OpenAiChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(revealed)
                        .modelName(model)
                        .maxRetries(0)
                        .build(),
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(revealed)
                        .modelName(model)
                        .build(),
                wire);
    }
}
