package io.github.activeia.core.llm;

import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import io.github.activeia.core.Secret;
import org.jspecify.annotations.Nullable;

/** Opens models of Mistral. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class MistralModels {
    private MistralModels() {}

    static Models open(@Nullable String baseUrl, String model, Secret key, Wires wires) {
        Wire wire = wires.open(LastEvent.DONE_IN_BRACKETS);
        return new Models(
                MistralAiChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(key.reveal())
                        .modelName(model)
                        .maxRetries(0)
                        .build(),
                MistralAiStreamingChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .apiKey(key.reveal())
                        .modelName(model)
                        .build(),
                wire);
    }
}
