package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import io.github.activeia.core.Secret;
import org.jspecify.annotations.Nullable;

/** Opens models of Mistral. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class MistralModels {
    private MistralModels() {}

    static ChatModel open(@Nullable String baseUrl, String model, Secret key, Timeouts timeouts) {
        return MistralAiChatModel.builder()
                .httpClientBuilder(timeouts.http())
                .baseUrl(baseUrl)
                .apiKey(key.reveal())
                .modelName(model)
                .maxRetries(0)
                .build();
    }
}
