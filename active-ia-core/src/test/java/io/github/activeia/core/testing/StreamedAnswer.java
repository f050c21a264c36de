package io.github.activeia.core.testing;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a streaming client of langchain4j tells, collected. Thread-safe. */
final class StreamedAnswer implements StreamingChatResponseHandler {
    final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    final CompletableFuture<StreamingHandle> handle = new CompletableFuture<>();
    private final List<String> pieces = new CopyOnWriteArrayList<>();

    List<String> pieces() {
        return List.copyOf(pieces);
    }

    /** Notes a text that did not come in pieces. */
    void text(@Nullable String text) {
        pieces.add(text == null ? "" : text);
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        pieces.add(partial.text());
        handle.complete(context.streamingHandle());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        end.completeExceptionally(error);
    }
}
