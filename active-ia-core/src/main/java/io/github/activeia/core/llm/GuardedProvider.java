package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider behind its circuit breaker, its bulkhead and its watchdog. Thread-safe. */
final class GuardedProvider {
    private static final Logger LOG = LoggerFactory.getLogger(LlmChain.class);

    private final LlmProvider provider;
    private final ChatModel model;
    private final CircuitBreaker breaker;
    private final Semaphore permits;
    private final Duration timeout;
    private final Executor executor;
    private final Set<Ending> reported = ConcurrentHashMap.newKeySet();

    /** How one try ended, with the response if there is one to use. */
    record Try(Ending ending, @Nullable ChatResponse response, Duration duration) {}

    private record Outcome(Ending ending, @Nullable ChatResponse response) {
        static Outcome without(Ending ending) {
            return new Outcome(ending, null);
        }
    }

    GuardedProvider(
            LlmProvider provider, ChatModel model, CircuitBreaker breaker, LlmSettings settings, Executor executor) {
        this.provider = provider;
        this.model = model;
        this.breaker = breaker;
        this.permits = new Semaphore(settings.maxConcurrentCalls());
        this.timeout = provider.timeout(settings);
        this.executor = executor;
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.info(
                        "llm provider {}: circuit {}",
                        provider.name(),
                        event.getStateTransition().getToState()));
    }

    LlmProvider provider() {
        return provider;
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    Try ask(ChatRequest request) {
        long start = System.nanoTime();
        Outcome outcome = guarded(request);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        report(outcome.ending());
        return new Try(outcome.ending(), outcome.response(), duration);
    }

    private Outcome guarded(ChatRequest request) {
        if (!breaker.tryAcquirePermission()) {
            return Outcome.without(Ending.CIRCUIT_OPEN);
        }
        long start = System.nanoTime();
        Outcome outcome = permits.tryAcquire() ? bounded(request) : Outcome.without(Ending.BUSY);
        settle(outcome.ending(), System.nanoTime() - start);
        return outcome;
    }

    private void settle(Ending ending, long nanos) {
        if (ending == Ending.OK) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else if (ending.trips()) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(ending.word()));
        } else {
            breaker.releasePermission();
        }
    }

    private Outcome bounded(ChatRequest request) {
        ProviderCall<ChatResponse> call = new ProviderCall<>(() -> model.chat(request), permits);
        try {
            executor.execute(call);
            return read(call.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException full) {
            return Outcome.without(Ending.BUSY);
        } catch (TimeoutException late) {
            return Outcome.without(Ending.TIMEOUT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Outcome.without(Ending.INTERRUPTED);
        } catch (ExecutionException failure) {
            return Outcome.without(Failures.classify(failure));
        } finally {
            call.abandon();
        }
    }

    private static Outcome read(@Nullable ChatResponse response) {
        if (response == null || response.aiMessage() == null) {
            return Outcome.without(Ending.MALFORMED);
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return Outcome.without(Ending.CONTENT_FILTERED);
        }
        String text = response.aiMessage().text();
        return text == null || text.isBlank() ? Outcome.without(Ending.EMPTY) : new Outcome(Ending.OK, response);
    }

    private void report(Ending ending) {
        if (!ending.configurationFault()) {
            LOG.debug("llm provider {}: {}", provider.name(), ending.word());
        } else if (reported.add(ending)) {
            LOG.warn(
                    "llm provider {} must accept the requests of the chain, but was refusing them ({}) — {};"
                            + " the chain goes on without it and says this once",
                    provider.name(),
                    ending.word(),
                    remedy(ending));
        }
    }

    private static String remedy(Ending ending) {
        return switch (ending) {
            case AUTHENTICATION -> "check its key and what the key may do";
            case NOT_FOUND -> "check the model's name and the base URL, or install the model";
            default -> "check whether the model takes the token limit and temperature of the prompt";
        };
    }
}
