package io.github.activeia.core.llm;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads one stream as a screen does: pieces are shown, and taken back at a restart. */
final class StreamReader implements RestartableHandler {
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private final StringBuilder shown = new StringBuilder();
    private final List<LlmRestart> restarts = new ArrayList<>();
    private final long start = System.nanoTime();
    private volatile @Nullable ChatResponse response;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable StreamingHandle handle;
    private volatile Duration took = Duration.ZERO;
    private int ends;

    static StreamReader of(StreamingChatModel model) {
        StreamReader reader = new StreamReader();
        model.chat(ChatRequest.builder().messages(UserMessage.from("user")).build(), reader);
        return reader;
    }

    StreamReader await() {
        return await(end);
    }

    StreamReader awaitFirst() {
        return await(first);
    }

    private StreamReader await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the stream hangs");
            }
            return this;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    synchronized String text() {
        return shown.toString();
    }

    synchronized List<LlmRestart> restarts() {
        return List.copyOf(restarts);
    }

    synchronized int ends() {
        return ends;
    }

    ChatResponse response() {
        if (response == null) {
            throw new AssertionError("no response", failure);
        }
        return response;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    StreamingHandle handle() {
        return java.util.Objects.requireNonNull(handle);
    }

    Duration took() {
        return took;
    }

    @Override
    public synchronized void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        handle = context.streamingHandle();
        shown.append(piece.text());
        first.countDown();
    }

    @Override
    public synchronized void onRestart(LlmRestart restart) {
        restarts.add(restart);
        shown.setLength(0);
    }

    @Override
    public synchronized void onCompleteResponse(ChatResponse whole) {
        response = whole;
        finish();
    }

    @Override
    public synchronized void onError(Throwable error) {
        failure = error;
        finish();
    }

    private void finish() {
        ends++;
        took = Duration.ofNanos(System.nanoTime() - start);
        end.countDown();
    }
}
