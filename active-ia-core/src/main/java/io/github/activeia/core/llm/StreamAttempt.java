package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One try at one provider's stream. It ends once, whoever ends it; what its client brings after that is nobody's. Thread-safe. */
final class StreamAttempt implements StreamingChatResponseHandler {
    private final ChainLink link;
    private final StreamRun run;
    private final WireCall call;
    private final StreamWatch watch;
    private final AtomicReference<@Nullable Failure> end = new AtomicReference<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicBoolean freed = new AtomicBoolean();
    private volatile @Nullable ChatResponse response;
    private volatile Duration took = Duration.ZERO;

    /** The link's gate has let it through. */
    StreamAttempt(ChainLink link, StreamRun run, Duration left) {
        this.link = link;
        this.run = run;
        this.watch = new StreamWatch(link.timeouts(), left, run.watchdog(), this::late);
        this.call = new WireCall(watch::progressed);
    }

    /** Streams on this thread; a client that goes on elsewhere ends it from there. */
    void stream(ChatRequest request) {
        if (ended()) {
            free();
            return;
        }
        Wire wire = link.models().wire();
        StreamingChatModel model = Objects.requireNonNull(link.models().streaming());
        watch.start();
        try {
            if (wire == null) {
                model.chat(request, this);
            } else {
                wire.during(call, () -> {
                    model.chat(request, this);
                    return true;
                });
                end(Failure.of(Ending.TRUNCATED));
            }
        } catch (Throwable failure) { // a reader or a client that breaks must not leave its stream open
            end(Failure.of(failure));
        } finally {
            if (wire != null) {
                free();
            }
        }
    }

    ChainLink link() {
        return link;
    }

    boolean ended() {
        return end.get() != null;
    }

    /** Returns how it ended, once it has. */
    ChainLink.Try result() {
        return new ChainLink.Try(Objects.requireNonNull(end.get()), response, took);
    }

    /** Returns true to the first who goes on from its end, and to nobody else. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    /** Ends it, if it has not ended; returns whether this did it. */
    boolean end(Failure failure) {
        Duration until = watch.took();
        if (!end.compareAndSet(null, failure)) {
            return false;
        }
        took = until;
        watch.stop();
        link.gate().settle(failure, until);
        if (failure.ending() != Ending.OK) {
            call.cut();
        }
        if (link.models().wire() == null) {
            free();
        }
        return true;
    }

    private void late(Ending ending) {
        if (end(Failure.of(ending))) {
            run.goOnElsewhere(this);
        }
    }

    private void free() {
        if (freed.compareAndSet(false, true)) {
            link.gate().free();
        }
    }

    private void give(Consumer<StreamingChatResponseHandler> piece) {
        watch.reading();
        try {
            run.give(this, piece);
        } finally {
            watch.read();
        }
    }

    @Override
    public void onPartialResponse(String text) {
        onPartialResponse(new PartialResponse(text), new PartialResponseContext(run));
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        give(reader -> reader.onPartialResponse(piece, new PartialResponseContext(run)));
    }

    @Override
    public void onPartialThinking(PartialThinking piece) {
        onPartialThinking(piece, new PartialThinkingContext(run));
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext context) {
        give(reader -> reader.onPartialThinking(piece, new PartialThinkingContext(run)));
    }

    @Override
    public void onPartialToolCall(PartialToolCall piece) {
        onPartialToolCall(piece, new PartialToolCallContext(run));
    }

    @Override
    public void onPartialToolCall(PartialToolCall piece, PartialToolCallContext context) {
        give(reader -> reader.onPartialToolCall(piece, new PartialToolCallContext(run)));
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall piece) {
        give(reader -> reader.onCompleteToolCall(piece));
    }

    @Override
    public void onCompleteResponse(ChatResponse whole) {
        response = whole;
        finish(Failure.of(ChainLink.read(whole)));
    }

    @Override
    public void onError(Throwable failure) {
        finish(Failure.of(failure));
    }

    /** With a wire, whoever has started the client goes on when it is back. */
    private void finish(Failure failure) {
        if (end(failure) && link.models().wire() == null) {
            run.goOnElsewhere(this);
        }
    }
}
