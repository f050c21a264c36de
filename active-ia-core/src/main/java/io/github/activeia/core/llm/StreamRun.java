package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One streamed answer, from whichever provider gives it. One try runs at a time, and its reader is called by one thread at a time;
 * it hears of a restart, if it can, and in the end of the whole answer or of a failure, unless it has cancelled. Thread-safe.
 */
final class StreamRun implements StreamingHandle {
    private static final Logger LOG = LoggerFactory.getLogger(LlmChain.class);

    private final ChainCore core;
    private final ChatRequest request;
    private final StreamingChatResponseHandler reader;
    private final Turns turns;
    private final Object delivery = new Object();
    private volatile @Nullable StreamAttempt current;
    private volatile @Nullable Future<?> repetition;
    private volatile @Nullable LlmProvider provider;
    private volatile boolean over;
    private volatile boolean cancelled;
    private boolean shown;
    private boolean complained;
    private @Nullable LlmRestart restart;

    StreamRun(ChainCore core, ChatRequest request, LlmContext context, StreamingChatResponseHandler reader) {
        this.core = core;
        this.request = request;
        this.reader = reader;
        this.turns = new Turns(core, context, request);
    }

    /** Returns what was tried so far. */
    List<LlmResult.Attempt> attempts() {
        return turns.attempts();
    }

    /** Returns who was asked last, or null before the first. */
    @Nullable
    LlmProvider provider() {
        return provider;
    }

    ScheduledExecutorService watchdog() {
        return core.threads().watchdog();
    }

    /** Asks provider after provider on this thread, until one answers, or goes on elsewhere. */
    void next() {
        while (!over) {
            Optional<ChainLink> link = turns.next();
            if (link.isEmpty()) {
                fail();
                return;
            }
            provider = link.get().provider();
            boolean whole = link.get().models().streaming() == null;
            if (!(whole ? whole(link.get()) : stream(link.get()))) {
                return;
            }
        }
    }

    /** Goes on from the end of a try whose own thread may be stuck. */
    void goOnElsewhere(StreamAttempt attempt) {
        elsewhere(() -> {
            if (goOn(attempt)) {
                next();
            }
        });
    }

    /** Gives a piece to the reader, if it still belongs to the answer. */
    void give(StreamAttempt from, Consumer<StreamingChatResponseHandler> piece) {
        synchronized (delivery) {
            if (!over && current == from && !from.ended()) {
                announceRestart();
                shown = true;
                safely(() -> piece.accept(reader));
            }
        }
    }

    /** Ends the stream for a reader that does not want the rest; it is not called again. */
    @Override
    public void cancel() {
        cancelled = true;
        stop(Ending.CANCELLED);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Ends the stream because the chain is closed. */
    void abort() {
        end(Ending.CANCELLED);
        fail();
        end(Ending.CANCELLED); // one that began in between
    }

    private void end(Ending ending) {
        StreamAttempt running = current;
        if (running != null && running.end(Failure.of(ending)) && running.take()) {
            turns.note(running.link(), running.result());
        }
    }

    private void stop(Ending ending) {
        over = true;
        Future<?> waiting = repetition;
        if (waiting != null) {
            waiting.cancel(false);
        }
        end(ending);
        core.ended(this);
    }

    /** Returns whether this thread goes on with the next provider. */
    private boolean stream(ChainLink link) {
        Optional<Ending> refusal = link.gate().enter();
        if (refusal.isPresent()) {
            Failure failure = Failure.of(refusal.get());
            return decide(link, new ChainLink.Try(failure, null, Duration.ZERO));
        }
        StreamAttempt attempt = new StreamAttempt(link, this, turns.left());
        current = attempt;
        if (over) {
            attempt.end(Failure.of(Ending.CANCELLED));
        }
        attempt.stream(request);
        return attempt.ended() && goOn(attempt);
    }

    /** Has a provider without streams answer in one piece; returns whether this thread goes on with the next one. */
    private boolean whole(ChainLink link) {
        ChainLink.Try tried = link.ask(request, turns.left());
        ChatResponse response = tried.response();
        if (response != null && response.aiMessage().text() != null) {
            synchronized (delivery) {
                if (!over) {
                    announceRestart();
                    PartialResponse piece =
                            new PartialResponse(response.aiMessage().text());
                    safely(() -> reader.onPartialResponse(piece, new PartialResponseContext(this)));
                }
            }
        }
        return decide(link, tried);
    }

    private boolean goOn(StreamAttempt attempt) {
        return attempt.take() && decide(attempt.link(), attempt.result());
    }

    /** Returns whether there is more to try now. */
    private boolean decide(ChainLink link, ChainLink.Try tried) {
        turns.note(link, tried);
        if (tried.failure().ending() == Ending.OK) {
            complete(tried.response());
            return false;
        }
        if (lost(link, tried.failure().ending())) {
            fail();
            return false;
        }
        Optional<Duration> wait = turns.again(link, tried.failure());
        if (wait.isPresent()) {
            later(wait.get());
            return false;
        }
        return true;
    }

    /** Returns whether pieces were shown that this reader cannot replace. */
    private boolean lost(ChainLink link, Ending ending) {
        synchronized (delivery) {
            if (!shown) {
                return false;
            }
            if (restart == null) {
                restart = new LlmRestart(link.provider().name(), ending.word());
            }
            return !(reader instanceof RestartableHandler);
        }
    }

    private void announceRestart() {
        LlmRestart announced = restart;
        if (announced != null && reader instanceof RestartableHandler restartable) {
            restart = null;
            shown = false;
            safely(() -> restartable.onRestart(announced));
        }
    }

    private void complete(@Nullable ChatResponse response) {
        finish(() -> {
            announceRestart();
            reader.onCompleteResponse(response);
        });
    }

    private void fail() {
        finish(() -> reader.onError(new LlmUnavailableException(turns.attempts())));
    }

    private void finish(Runnable last) {
        synchronized (delivery) {
            if (!over) {
                over = true;
                core.ended(this);
                safely(last);
            }
        }
    }

    private void later(Duration wait) {
        try {
            repetition = watchdog().schedule(() -> elsewhere(this::next), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            fail();
        }
    }

    private void elsewhere(Runnable work) {
        try {
            core.threads().wire().execute(work);
        } catch (RejectedExecutionException closed) {
            fail();
        }
    }

    /** Nothing that a reader throws is the provider's fault, and none of it is logged but its class, once for a stream. */
    private void safely(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable broken) {
            if (!complained) {
                complained = true;
                LOG.warn(
                        "the reader of a stream must not throw, but threw {} — mend it",
                        broken.getClass().getName());
            }
        }
    }
}
