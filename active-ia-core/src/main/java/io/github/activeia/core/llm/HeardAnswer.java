package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Passes a stream on to its listener, and keeps the thread that asked until it has ended. */
final class HeardAnswer implements RestartableHandler {
    private final AnswerListener listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable ChatResponse whole;
    private volatile boolean stopped;

    HeardAnswer(AnswerListener listener) {
        this.listener = listener;
    }

    /** A listener that breaks wants nothing any more. */
    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        text.append(piece.text());
        boolean wanted = false;
        try {
            wanted = listener.onPiece(piece.text());
        } finally {
            if (!wanted) {
                stopped = true;
                context.streamingHandle().cancel();
                ended.countDown();
            }
        }
    }

    @Override
    public void onRestart(LlmRestart restart) {
        text.setLength(0);
        listener.onRestart();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole = response;
        ended.countDown();
    }

    @Override
    public void onError(Throwable failure) {
        ended.countDown();
    }

    /** Waits for the end of a stream, and tells how it ended. An interrupt cancels it. */
    LlmResult await(StreamRun run) {
        try {
            ended.await();
        } catch (InterruptedException stop) {
            run.cancel();
            Thread.currentThread().interrupt();
            return new LlmResult.Unavailable(run.attempts());
        }
        LlmProvider provider = run.provider();
        ChatResponse response = whole;
        if (provider == null || (response == null && !stopped)) {
            return new LlmResult.Unavailable(run.attempts());
        }
        TokenUsage usage = response == null ? null : response.tokenUsage();
        String model = response == null ? null : response.modelName();
        return new LlmResult.Answered(
                response == null
                        ? text.toString()
                        : Objects.requireNonNullElse(response.aiMessage().text(), ""),
                provider.name(),
                Objects.requireNonNullElse(model, provider.model()),
                usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(),
                run.attempts());
    }
}
