package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One provider of a chain, behind its gate, with its watchdog. Thread-safe. */
final class ChainLink {
    private final LlmProvider provider;
    private final Models models;
    private final Timeouts timeouts;
    private final ProviderGate gate;
    private final Executor executor;

    /** How one try ended, with the response if there is one to use. */
    record Try(Failure failure, @Nullable ChatResponse response, Duration took) {}

    ChainLink(LlmProvider provider, Models models, Timeouts timeouts, ProviderGate gate, Executor executor) {
        this.provider = provider;
        this.models = models;
        this.timeouts = timeouts;
        this.gate = gate;
        this.executor = executor;
    }

    LlmProvider provider() {
        return provider;
    }

    Models models() {
        return models;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    ProviderGate gate() {
        return gate;
    }

    /** Asks for a whole answer, and waits for it as long as the provider may take, and no longer than is left. */
    Try ask(ChatRequest request, Duration left) {
        long start = System.nanoTime();
        Optional<Ending> refusal = gate.enter();
        if (refusal.isPresent()) {
            return new Try(Failure.of(refusal.get()), null, since(start));
        }
        Duration patience = left.compareTo(timeouts.total()) < 0 ? left : timeouts.total();
        Try tried = bounded(request, patience, start);
        gate.settle(tried.failure(), tried.took());
        return tried;
    }

    /** Returns what an answer is worth: none at all, one that was held back, or one to use. */
    static Ending read(@Nullable ChatResponse response) {
        if (response == null || response.aiMessage() == null) {
            return Ending.MALFORMED;
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return Ending.CONTENT_FILTERED;
        }
        String text = response.aiMessage().text();
        boolean says = text != null && !text.isBlank();
        return says || response.aiMessage().hasToolExecutionRequests() ? Ending.OK : Ending.EMPTY;
    }

    private Try bounded(ChatRequest request, Duration patience, long start) {
        WireCall wireCall = new WireCall(() -> {});
        ProviderCall<ChatResponse> call = new ProviderCall<>(chat(request, wireCall), gate::free);
        Failure failure;
        @Nullable ChatResponse response = null;
        try {
            executor.execute(call);
            response = call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            failure = Failure.of(read(response));
        } catch (RejectedExecutionException full) {
            failure = Failure.of(Ending.BUSY);
        } catch (TimeoutException late) {
            failure = Failure.of(Ending.TIMEOUT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            failure = Failure.of(Ending.INTERRUPTED);
        } catch (ExecutionException broken) {
            failure = Failure.of(Objects.requireNonNullElse(broken.getCause(), broken));
        } finally {
            wireCall.cut();
            call.abandon();
        }
        return new Try(failure, failure.ending() == Ending.OK ? response : null, since(start));
    }

    private Callable<ChatResponse> chat(ChatRequest request, WireCall call) {
        ChatModel chat = models.chat();
        Wire wire = models.wire();
        return wire == null ? () -> chat.chat(request) : () -> wire.during(call, () -> chat.chat(request));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
