package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;

/** Opens models of Ollama. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class OllamaModels {
    /** Ollama's own default is 4096 or less, and it drops what does not fit, without a word. */
    private static final int CONTEXT_TOKENS = 8192;

    private OllamaModels() {}

    static ChatModel open(String baseUrl, String model, Timeouts timeouts) {
        return OllamaChatModel.builder()
                .httpClientBuilder(new FinishedAnswers(timeouts.http()))
                .baseUrl(baseUrl)
                .modelName(model)
                .numCtx(CONTEXT_TOKENS)
                .think(false)
                .maxRetries(0)
                .build();
    }
}
