package io.github.activeia.core.llm;

import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;

/** Opens models of Ollama. Refers to an optional library, so nothing but {@link LlmProvider} may refer to this class. */
final class OllamaModels {
    /** Ollama's own default is 4096 or less, and it drops what does not fit, without a word. */
    private static final int CONTEXT_TOKENS = 8192;

    private OllamaModels() {}

    static Models open(String baseUrl, String model, Wires wires) {
        Wire wire = wires.open(LastEvent.DONE_IS_TRUE);
        return new Models(
                OllamaChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .modelName(model)
                        .numCtx(CONTEXT_TOKENS)
                        .think(false)
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(wire)
                        .baseUrl(baseUrl)
                        .modelName(model)
                        .numCtx(CONTEXT_TOKENS)
                        .think(false)
                        .build(),
                wire);
    }
}
