package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.activeia.core.Secret;
import org.jspecify.annotations.Nullable;

/** Opens OpenAI-compatible models. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class OpenAiModels {
    private OpenAiModels() {}

    static ChatModel open(String baseUrl, String model, @Nullable Secret key, Timeouts timeouts) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(timeouts.http())
                .baseUrl(baseUrl)
                .apiKey(key == null ? null : key.reveal())
                .modelName(model)
                .maxRetries(0)
                .build();
    }
}
