package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import io.github.activeia.core.llm.LlmRestart;
import io.github.activeia.core.llm.RestartableHandler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads one stream as a screen does, keeps its times, and counts what must not happen twice. Thread-safe. */
final class Reader implements RestartableHandler {
    private final Runnable whenEnded;
    private final CountDownLatch end = new CountDownLatch(1);
    private final StringBuilder shown = new StringBuilder();
    private final long start = System.nanoTime();
    private long first;
    private long took;
    private int restarts;
    private int ends;
    private int afterEnd;
    private @Nullable ChatResponse response;
    private @Nullable Throwable failure;

    Reader(Runnable whenEnded) {
        this.whenEnded = whenEnded;
    }

    /** Waits for the end; returns whether it came. */
    boolean await(Duration patience) throws InterruptedException {
        return end.await(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    }

    /** Returns what the screen shows. */
    synchronized String text() {
        return shown.toString();
    }

    synchronized int restarts() {
        return restarts;
    }

    /** Returns whether it heard of its end once, and of nothing after it. */
    synchronized boolean endedOnce() {
        return ends == 1 && afterEnd == 0;
    }

    synchronized @Nullable ChatResponse response() {
        return response;
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** Returns nanoseconds until the first piece, or 0 where there was none. */
    synchronized long first() {
        return first;
    }

    /** Returns nanoseconds until the end. */
    synchronized long took() {
        return took;
    }

    @Override
    public synchronized void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        if (first == 0) {
            first = System.nanoTime() - start;
        }
        afterEnd += ends;
        shown.append(piece.text());
    }

    @Override
    public synchronized void onRestart(LlmRestart restart) {
        afterEnd += ends;
        restarts++;
        shown.setLength(0);
    }

    @Override
    public void onCompleteResponse(ChatResponse whole) {
        finish(whole, null);
    }

    @Override
    public void onError(Throwable error) {
        finish(null, error);
    }

    private void finish(@Nullable ChatResponse whole, @Nullable Throwable error) {
        synchronized (this) {
            ends++;
            if (ends > 1) {
                return;
            }
            took = System.nanoTime() - start;
            response = whole;
            failure = error;
        }
        end.countDown();
        whenEnded.run();
    }
}
