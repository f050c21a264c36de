package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import io.github.activeia.core.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One provider of a chain: where a model is, and how to reach it. Nothing is contacted before the first question. Immutable and
 * thread-safe.
 *
 * <p>A cloud provider sees the sanitised question and the passages that go with it. It is used only where the host names it
 * here, or sets its key for {@link LlmChain#discover()}, and only for questions whose policy allows it.
 */
public final class LlmProvider {
    private static final String OLLAMA_URL = "http://localhost:11434";

    private final String name;
    private final String model;
    private final Kind kind;
    private final @Nullable Duration timeout;
    private final DataHandling handling;
    private final Client client;

    /** What the providers of one protocol have in common. */
    private enum Kind {
        OLLAMA("langchain4j-ollama", "ollama"),
        MISTRAL("langchain4j-mistral-ai", "mistral"),
        GEMINI("langchain4j-google-ai-gemini", "gemini"),
        OPEN_AI("langchain4j-open-ai", null),
        ANY("langchain4j-core", null);

        private final String artifact;
        private final @Nullable String seller;

        Kind(String artifact, @Nullable String seller) {
            this.artifact = artifact;
            this.seller = seller;
        }
    }

    /** Builds the client of a provider; the class that does it is loaded only when it is used. */
    @FunctionalInterface
    private interface Client {
        Models open(Wires wires);
    }

    private LlmProvider(
            String name, String model, Kind kind, @Nullable Duration timeout, DataHandling handling, Client client) {
        this.name = name;
        this.model = model;
        this.kind = kind;
        this.timeout = timeout;
        this.handling = handling;
        this.client = client;
        new Faults()
                .require(!name.isBlank(), "llm provider", "have a name", "blank", "name it")
                .require(!model.isBlank(), "llm provider " + name, "have a model", "blank", "name a model")
                .require(
                        timeout == null || timeout.compareTo(Duration.ofMillis(1)) >= 0,
                        "timeout of llm provider " + name,
                        "be at least 1 ms",
                        timeout,
                        "leave it out for the default")
                .throwIfAny();
    }

    /** Returns a model of the Ollama server on this machine, {@code http://localhost:11434}. */
    public static LlmProvider ollama(String model) {
        return ollama(model, OLLAMA_URL);
    }

    /**
     * Returns a model of an Ollama server. One whose tag ends in {@code cloud} counts as a cloud provider wherever the server is,
     * because Ollama sends its questions on.
     */
    public static LlmProvider ollama(String model, String baseUrl) {
        requireUrl("ollama", baseUrl);
        boolean sentOn = model.endsWith(":cloud") || model.endsWith("-cloud");
        return new LlmProvider(
                "ollama",
                model,
                Kind.OLLAMA,
                null,
                sentOn ? DataHandling.cloud() : DataHandling.of(baseUrl),
                t -> OllamaModels.open(baseUrl, model, t));
    }

    /** Returns a model of Mistral. */
    public static LlmProvider mistral(String model, Secret key) {
        return new LlmProvider(
                "mistral",
                model,
                Kind.MISTRAL,
                null,
                DataHandling.cloud(),
                t -> MistralModels.open(null, model, key, t));
    }

    /** Returns a model of a server that speaks Mistral's protocol; the URL ends in the version, such as {@code …/v1}. */
    public static LlmProvider mistral(String model, Secret key, String baseUrl) {
        requireUrl("mistral", baseUrl);
        return new LlmProvider(
                "mistral",
                model,
                Kind.MISTRAL,
                null,
                DataHandling.of(baseUrl),
                t -> MistralModels.open(baseUrl, model, key, t));
    }

    /** Returns a model of Google's Gemini API. */
    public static LlmProvider gemini(String model, Secret key) {
        return new LlmProvider(
                "gemini", model, Kind.GEMINI, null, DataHandling.cloud(), t -> GeminiModels.open(null, model, key, t));
    }

    /** Returns a model of a server that speaks Gemini's protocol; the URL ends in the version, such as {@code …/v1beta}. */
    public static LlmProvider gemini(String model, Secret key, String baseUrl) {
        requireUrl("gemini", baseUrl);
        return new LlmProvider(
                "gemini",
                model,
                Kind.GEMINI,
                null,
                DataHandling.of(baseUrl),
                t -> GeminiModels.open(baseUrl, model, key, t));
    }

    /**
     * Returns a model of a server that speaks OpenAI's chat protocol, such as vLLM, LM Studio or llama.cpp.
     *
     * @param name names it in traces; unique within a chain
     * @param baseUrl ends in the version, such as {@code http://localhost:8000/v1}
     * @param model the model to ask for
     * @param key the key, or null where the server wants none
     */
    public static LlmProvider openAiCompatible(String name, String baseUrl, String model, @Nullable Secret key) {
        requireUrl(name, baseUrl);
        return new LlmProvider(
                name,
                model,
                Kind.OPEN_AI,
                null,
                DataHandling.of(baseUrl),
                t -> OpenAiModels.open(baseUrl, model, key, t));
    }

    /**
     * Returns any chat model of langchain4j; its streams come as one piece. Switch its own retries off: the chain goes on to the
     * next provider instead. If it ignores interruption, a call that times out holds a thread until it ends. It counts as a
     * cloud provider until {@link #handling} says otherwise.
     */
    public static LlmProvider of(String name, ChatModel chatModel) {
        return of(name, chatModel, null);
    }

    /** Returns any pair of chat models of langchain4j; otherwise like {@link #of(String, ChatModel)}. */
    public static LlmProvider of(String name, ChatModel chatModel, @Nullable StreamingChatModel streaming) {
        String model = chatModel.defaultRequestParameters() == null
                ? null
                : chatModel.defaultRequestParameters().modelName();
        Models models = new Models(chatModel, streaming, null);
        return new LlmProvider(
                name, Objects.requireNonNullElse(model, name), Kind.ANY, null, DataHandling.cloud(), t -> models);
    }

    /** Returns the same provider under another name, for two of a kind in one chain. */
    public LlmProvider named(String other) {
        return new LlmProvider(other, model, kind, timeout, handling, client);
    }

    /** Returns the same provider with its own limit for a whole answer, in place of the one in {@link LlmSettings}. */
    public LlmProvider withTimeout(Duration total) {
        return new LlmProvider(name, model, kind, total, handling, client);
    }

    /**
     * Returns the same provider with what becomes of the text it is sent. Default: {@linkplain DataHandling#local() local} for
     * an address of this very machine, {@linkplain DataHandling#cloud() cloud} for any other; so a server of the institution
     * has to be declared here.
     */
    public LlmProvider handling(DataHandling facts) {
        return new LlmProvider(name, model, kind, timeout, facts, client);
    }

    /** Returns the name, as traces carry it. */
    public String name() {
        return name;
    }

    /** Returns the model that is asked for. */
    public String model() {
        return model;
    }

    /** Returns the names that a price may be listed under: its own, then that of who sells by its protocol. */
    List<String> priceNames() {
        return kind.seller == null ? List.of(name) : List.of(name, kind.seller);
    }

    /** Returns what becomes of the text that it is sent. */
    public DataHandling handling() {
        return handling;
    }

    Timeouts timeouts(LlmSettings settings) {
        boolean local = handling.place() == DataHandling.Place.LOCAL;
        Duration usual = local ? settings.localTimeout() : settings.cloudTimeout();
        return new Timeouts(
                settings.connectTimeout(),
                settings.firstTokenTimeout(),
                settings.idleTimeout(),
                Objects.requireNonNullElse(timeout, usual));
    }

    /**
     * Builds the client.
     *
     * @throws ConfigurationException if the library for it is not on the class path
     */
    Models open(Wires wires) {
        try {
            return client.open(wires);
        } catch (NoClassDefFoundError missing) {
            throw new ConfigurationException(new Fault(
                    "llm provider " + name,
                    "have its client library on the class path",
                    "missing",
                    "add the artifact dev.langchain4j:" + kind.artifact));
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(new Fault(
                    "llm provider " + name,
                    "have an absolute http or https URL and a model",
                    "refused by its client",
                    "check the base URL"));
        }
    }

    /** A URL may hold a password, so it is not shown. */
    private static void requireUrl(String provider, String url) {
        new Faults()
                .require(
                        isHttp(url),
                        "base URL of llm provider " + provider,
                        "be an absolute http or https URL",
                        "not one",
                        "write it as http://localhost:11434, with its scheme, and a port up to 65535 if any")
                .throwIfAny();
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getPort() <= 65_535;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** Returns name and model; keys are never part of it. */
    @Override
    public String toString() {
        return "LlmProvider[" + name + "/" + model + "]";
    }
}
