package io.github.activeia.core.llm;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.llm.LlmProviderState.Circuit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * <p>It is a {@link ChatModel} and a {@link StreamingChatModel} of langchain4j too. A stream that fails before its first piece
 * goes on with the next provider, unseen; after it, a {@link RestartableHandler} hears that the answer begins anew, and any other
 * handler gets the error. A stream that ends without its protocol's last event has failed. A reader that takes its time slows
 * its provider down, and nothing is kept for it. {@code modelName} of a request is left out: each provider has its own.
 *
 * <p>A question goes to a provider of the {@linkplain DataHandling.Place#CLOUD cloud} only where its {@link LlmContext}, or the
 * chain's own rule where it has none, allows it. Time limits cover the whole answer. Thread-safe. Close it in the end; a closed
 * chain is unavailable.
 */
public final class LlmChain implements LanguageModel, ChatModel, StreamingChatModel, AutoCloseable {
    private final ChainCore core;
    private final LlmContext context;

    LlmChain(ChainCore core, LlmContext context) {
        this.core = core;
        this.context = context;
    }

    /**
     * Returns a chain with the default settings; without providers, one that is never available.
     *
     * @throws ConfigurationException if the library of a provider is missing, or two have one name
     */
    public static LlmChain of(LlmProvider... providers) {
        LlmChainBuilder builder = builder();
        List.of(providers).forEach(builder::provider);
        return builder.build();
    }

    /**
     * Returns a chain of what this machine offers: the Ollama server if one answers within 300 ms at {@code OLLAMA_HOST} or
     * {@code http://localhost:11434}, then Mistral, Gemini and an OpenAI-compatible server if the environment has a key or
     * URL for them. The variables are listed in {@code docs/models.md}. Where nothing is found the chain is empty.
     *
     * <p>A cloud provider is part of it only because the host has set its key, and is asked only where the policy allows it.
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
    public static LlmChainBuilder builder() {
        return new LlmChainBuilder();
    }

    /** Returns the same chain, asked on somebody's behalf where it is used as langchain4j's model. Closing either closes both. */
    public LlmChain within(LlmContext other) {
        return new LlmChain(core, other);
    }

    /**
     * Returns the local providers of the chain alone, with the same circuit breakers, threads and budgets. Closing either closes both.
     */
    public LlmChain local() {
        return new LlmChain(core.local(), context);
    }

    /** Returns what the chain may spend. */
    @Override
    public Budgets budgets() {
        return core.accounting().budgets();
    }

    /** Asks under the context of the prompt. */
    @Override
    public LlmResult ask(LlmPrompt prompt) {
        ChainCore.Answer answer = core.ask(ChatRequests.of(prompt), prompt.context());
        ChatResponse response = answer.response();
        if (response == null || answer.link() == null) {
            return new LlmResult.Unavailable(answer.attempts());
        }
        LlmProvider provider = answer.link().provider();
        TokenUsage usage = response.tokenUsage();
        return new LlmResult.Answered(
                Objects.requireNonNullElse(response.aiMessage().text(), ""),
                provider.name(),
                Objects.requireNonNullElse(response.modelName(), provider.model()),
                usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(),
                answer.attempts());
    }

    /**
     * Streams under the context of the prompt, and returns when the answer has ended. A provider that fails in the middle of its answer
     * is followed by the next one, which begins anew.
     */
    @Override
    public LlmResult ask(LlmPrompt prompt, AnswerListener listener) {
        HeardAnswer heard = new HeardAnswer(listener);
        return heard.await(core.stream(ChatRequests.of(prompt), prompt.context(), heard));
    }

    /** Returns the providers and their models, in order; empty where there is none. */
    @Override
    public Optional<String> identity() {
        String models = core.links().stream()
                .map(link -> link.provider().name() + "/" + link.provider().model())
                .collect(Collectors.joining(" "));
        return models.isEmpty() ? Optional.empty() : Optional.of(models);
    }

    /**
     * Asks as langchain4j's model.
     *
     * @throws LlmUnavailableException if no provider answers
     */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChainCore.Answer answer = core.ask(ChatRequests.withoutModel(request), context);
        if (answer.response() == null) {
            throw new LlmUnavailableException(answer.attempts());
        }
        return answer.response();
    }

    /**
     * Streams as langchain4j's model; returns at once. A failure is an {@link LlmUnavailableException}. The handler is called by
     * one thread at a time; it can cancel through the context of each piece, and then hears nothing more.
     */
    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        core.stream(ChatRequests.withoutModel(request), context, handler);
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        chat(request, handler);
    }

    /** Returns how each provider is doing, in order; no provider is contacted. */
    public List<LlmProviderState> states() {
        return core.links().stream().map(LlmChain::state).toList();
    }

    /** Ends the threads that the chain owns, and with them the calls that still run; each stream hears of it. */
    @Override
    public void close() {
        core.close();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return DefaultChatRequestParameters.EMPTY;
    }

    @Override
    public List<ChatModelListener> listeners() {
        return List.of();
    }

    @Override
    public ModelProvider provider() {
        return ModelProvider.OTHER;
    }

    /** Returns what every provider can do. */
    @Override
    public Set<Capability> supportedCapabilities() {
        Set<Capability> common = EnumSet.allOf(Capability.class);
        core.links().forEach(link -> common.retainAll(link.models().chat().supportedCapabilities()));
        return core.links().isEmpty() ? Set.of() : Set.copyOf(common);
    }

    @Override
    public String toString() {
        return "LlmChain"
                + core.links().stream().map(link -> link.provider().toString()).toList();
    }

    private static LlmProviderState state(ChainLink link) {
        Circuit circuit =
                switch (link.gate().state()) {
                    case OPEN, FORCED_OPEN -> Circuit.OPEN;
                    case HALF_OPEN -> Circuit.HALF_OPEN;
                    case CLOSED, DISABLED, METRICS_ONLY -> Circuit.CLOSED;
                };
        LlmProvider provider = link.provider();
        return new LlmProviderState(
                provider.name(), provider.model(), provider.handling().place(), circuit);
    }
}
