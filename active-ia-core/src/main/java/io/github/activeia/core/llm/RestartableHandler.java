package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/**
 * Reads a stream that may begin anew. A chain that loses a provider in the middle of an answer goes on with the next one, which
 * writes its answer from the beginning; a reader that can replace what it has shown says so with this type.
 *
 * <p>Any other handler gets {@code onError} instead, because it would join the pieces of two answers.
 */
public interface RestartableHandler extends StreamingChatResponseHandler {
    /**
     * Is called when the pieces so far are void: right before the first piece, or the end, of the answer that takes their place.
     */
    void onRestart(LlmRestart restart);
}
