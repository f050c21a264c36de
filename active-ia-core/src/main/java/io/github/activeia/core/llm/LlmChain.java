package io.github.activeia.core.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.llm.LlmProviderState.Circuit;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Providers in order of preference. The first that answers is used; one that is late, limited, down, unreachable, refused or
 * that answers nonsense costs no more than its timeout, and its circuit breaker takes it out after a few failures in a row.
 *
 * <pre>{@code
 * try (LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3"), LlmProvider.mistral("mistral-small-latest", key))) {
 *     LlmResult result = chain.ask(LlmPrompt.of(system, user));
 * }
 * }</pre>
 *
 * <p>The time limit covers the whole answer: the client's own does not bound a body that stalls. Thread-safe. Close it in the
 * end; a closed chain is unavailable.
 */
public final class LlmChain implements LanguageModel, AutoCloseable {
    private final List<GuardedProvider> providers;
    private final @Nullable ExecutorService ownedExecutor;

    private LlmChain(List<GuardedProvider> providers, @Nullable ExecutorService ownedExecutor) {
        this.providers = List.copyOf(providers);
        this.ownedExecutor = ownedExecutor;
    }

    /**
     * Returns a chain with the default settings; without providers, one that is never available.
     *
     * @throws ConfigurationException if the library of a provider is missing, or two have one name
     */
    public static LlmChain of(LlmProvider... providers) {
        Builder builder = builder();
        List.of(providers).forEach(builder::provider);
        return builder.build();
    }

    /**
     * Returns a chain of what this machine offers: the Ollama server if one answers within 300 ms at {@code OLLAMA_HOST} or
     * {@code http://localhost:11434}, then Mistral, Gemini and an OpenAI-compatible server if the environment has a key or
     * URL for them. The variables are listed in {@code docs/models.md}. Where nothing is found the chain is empty.
     *
     * <p>A cloud provider is part of it only because the host has set its key: without keys, no text leaves the machine.
     */
    public static LlmChain discover() {
        return discover(System.getenv());
    }

    /** Returns a chain of what an environment offers; see {@link #discover()}. */
    public static LlmChain discover(Map<String, String> environment) {
        return discover(environment, Discovery.PATIENCE);
    }

    static LlmChain discover(Map<String, String> environment, Duration patience) {
        return of(new Discovery(environment, patience).providers().toArray(LlmProvider[]::new));
    }

    /** Starts a chain with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public LlmResult ask(LlmPrompt prompt) {
        ChatRequest request = request(prompt);
        List<LlmResult.Attempt> attempts = new ArrayList<>();
        for (GuardedProvider guarded : providers) {
            GuardedProvider.Try tried = guarded.ask(request);
            String name = guarded.provider().name();
            attempts.add(new LlmResult.Attempt(name, tried.ending().word(), tried.duration()));
            if (tried.response() != null) {
                return answered(guarded.provider(), tried.response(), attempts);
            }
            if (tried.ending() == Ending.INTERRUPTED) {
                break;
            }
        }
        return new LlmResult.Unavailable(attempts);
    }

    /** Returns how each provider is doing, in order; no provider is contacted. */
    public List<LlmProviderState> states() {
        return providers.stream().map(LlmChain::state).toList();
    }

    /** Ends the threads that the chain owns, and with them the calls that still run. */
    @Override
    public void close() {
        if (ownedExecutor != null) {
            ownedExecutor.shutdownNow();
        }
    }

    @Override
    public String toString() {
        return "LlmChain" + providers.stream().map(p -> p.provider().toString()).toList();
    }

    private static LlmProviderState state(GuardedProvider guarded) {
        Circuit circuit =
                switch (guarded.state()) {
                    case OPEN, FORCED_OPEN -> Circuit.OPEN;
                    case HALF_OPEN -> Circuit.HALF_OPEN;
                    case CLOSED, DISABLED, METRICS_ONLY -> Circuit.CLOSED;
                };
        return new LlmProviderState(
                guarded.provider().name(), guarded.provider().model(), circuit);
    }

    private static ChatRequest request(LlmPrompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.system().isBlank()) {
            messages.add(SystemMessage.from(prompt.system()));
        }
        messages.add(UserMessage.from(prompt.user()));
        return ChatRequest.builder()
                .messages(messages)
                .temperature(prompt.temperature())
                .maxOutputTokens(prompt.maxOutputTokens())
                .build();
    }

    private static LlmResult answered(LlmProvider provider, ChatResponse response, List<LlmResult.Attempt> attempts) {
        TokenUsage usage = response.tokenUsage();
        return new LlmResult.Answered(
                response.aiMessage().text(),
                provider.name(),
                Objects.requireNonNullElse(response.modelName(), provider.model()),
                usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(),
                attempts);
    }

    /** Collects the parts of a chain. Not thread-safe. */
    public static final class Builder {
        private final List<LlmProvider> providers = new ArrayList<>();
        private @Nullable LlmSettings settings;
        private @Nullable Clock clock;
        private @Nullable Executor executor;

        private Builder() {}

        /** Adds a provider behind those that are already there. */
        public Builder provider(LlmProvider provider) {
            providers.add(provider);
            return this;
        }

        /** Sets the settings; default {@link LlmSettings#defaults()}. */
        public Builder settings(LlmSettings value) {
            settings = once("settings", settings, value);
            return this;
        }

        /** Sets the clock that open circuits rest by; default the system's. */
        public Builder clock(Clock value) {
            clock = once("clock", clock, value);
            return this;
        }

        /**
         * Sets what the calls run on; default a pool of daemon threads that the chain owns and closes. It must run tasks on
         * threads other than the caller's, because the caller watches the time; the host closes it.
         */
        public Builder executor(Executor value) {
            executor = once("executor", executor, value);
            return this;
        }

        /**
         * Builds the chain.
         *
         * @throws ConfigurationException with every provider whose library is missing or whose name is taken
         */
        public LlmChain build() {
            LlmSettings used = settings == null ? LlmSettings.defaults() : settings;
            List<Fault> faults = new ArrayList<>(repeatedNames());
            ExecutorService owned = executor == null
                    ? CallThreads.pool(Math.max(1, providers.size() * used.maxConcurrentCalls()))
                    : null;
            Executor runner = executor == null ? Objects.requireNonNull(owned) : executor;
            List<GuardedProvider> guarded = new ArrayList<>();
            for (LlmProvider provider : providers) {
                try {
                    guarded.add(
                            new GuardedProvider(provider, provider.open(used), breaker(provider, used), used, runner));
                } catch (ConfigurationException unusable) {
                    faults.addAll(unusable.faults());
                }
            }
            if (!faults.isEmpty()) {
                throw new ConfigurationException(faults);
            }
            return new LlmChain(guarded, owned);
        }

        private List<Fault> repeatedNames() {
            Set<String> seen = new HashSet<>();
            return providers.stream()
                    .map(LlmProvider::name)
                    .filter(name -> !seen.add(name))
                    .map(name -> new Fault("llm provider", "have a name of its own", name, "use named(…) on one"))
                    .toList();
        }

        private CircuitBreaker breaker(LlmProvider provider, LlmSettings used) {
            return CircuitBreaker.of(
                    provider.name(),
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(used.failuresToOpen())
                            .minimumNumberOfCalls(used.failuresToOpen())
                            .failureRateThreshold(100)
                            .waitDurationInOpenState(used.openFor())
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .clock(clock == null ? Clock.systemUTC() : clock)
                            .build());
        }

        private static <T> T once(String property, @Nullable T current, T value) {
            if (current != null) {
                throw new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
            }
            return value;
        }
    }
}
