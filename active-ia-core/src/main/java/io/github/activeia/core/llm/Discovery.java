package io.github.activeia.core.llm;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the providers that an environment offers. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(LlmChain.class);

    static final Duration PATIENCE = Duration.ofMillis(300);

    private final Map<String, String> environment;
    private final Duration patience;

    Discovery(Map<String, String> environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    List<LlmProvider> providers() {
        List<LlmProvider> found = new ArrayList<>();
        offered("OLLAMA_HOST", this::ollama).ifPresent(found::add);
        offered("MISTRAL_API_KEY", this::mistral).ifPresent(found::add);
        offered("GEMINI_API_KEY or GOOGLE_API_KEY", this::gemini).ifPresent(found::add);
        offered("OPENAI_BASE_URL or OPENAI_API_KEY", this::openAi).ifPresent(found::add);
        found.removeIf(provider -> !usable(provider));
        found.replaceAll(this::declared);
        LOG.info("llm chain found: {}", found);
        return found;
    }

    /** What was only found, not asked for, is left out instead of stopping the host. */
    private static Optional<LlmProvider> offered(String variables, Supplier<Optional<LlmProvider>> provider) {
        try {
            return provider.get();
        } catch (ActiveIaException unusable) {
            LOG.warn("{} of the environment is left out: {}", variables, unusable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LlmProvider> mistral() {
        return key("MISTRAL_API_KEY")
                .map(key -> LlmProvider.mistral(value("ACTIVE_IA_MISTRAL_MODEL", "mistral-small-latest"), key));
    }

    private Optional<LlmProvider> gemini() {
        return key("GEMINI_API_KEY")
                .or(() -> key("GOOGLE_API_KEY"))
                .map(key -> LlmProvider.gemini(value("ACTIVE_IA_GEMINI_MODEL", "gemini-2.5-flash"), key));
    }

    private Optional<LlmProvider> ollama() {
        String url = OllamaProbe.url(value("OLLAMA_HOST", ""));
        Optional<List<String>> installed = OllamaProbe.chatModels(url, patience);
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        String model = get("ACTIVE_IA_OLLAMA_MODEL");
        if (model == null && installed.get().isEmpty()) {
            LOG.warn("ollama must have a chat model, but was without one — pull one, for example: ollama pull phi3");
            return Optional.empty();
        }
        return Optional.of(LlmProvider.ollama(model == null ? installed.get().get(0) : model, url));
    }

    private Optional<LlmProvider> openAi() {
        String url = get("OPENAI_BASE_URL");
        String model = get("ACTIVE_IA_OPENAI_MODEL");
        if (url != null && model == null) {
            LOG.warn(
                    "ACTIVE_IA_OPENAI_MODEL must be set beside OPENAI_BASE_URL, but was missing — name the model to ask for");
        }
        if (url == null || model == null) {
            return Optional.empty();
        }
        return Optional.of(LlmProvider.openAiCompatible(
                "openai", url, model, key("OPENAI_API_KEY").orElse(null)));
    }

    /** A server of the institution that is not this machine. */
    private LlmProvider declared(LlmProvider provider) {
        boolean ours = List.of(value("ACTIVE_IA_LOCAL_PROVIDERS", "").split("\\s*,\\s*"))
                .contains(provider.name());
        return ours ? provider.handling(DataHandling.local()) : provider;
    }

    private static boolean usable(LlmProvider provider) {
        try {
            LlmSettings usual = LlmSettings.defaults();
            provider.open(new Wires(provider.timeouts(usual), Runnable::run, Clock.systemUTC()));
            return true;
        } catch (ConfigurationException unusable) {
            LOG.warn("{}", unusable.getMessage());
            return false;
        }
    }

    private Optional<Secret> key(String variable) {
        return Optional.ofNullable(get(variable)).map(Secret::of);
    }

    private String value(String variable, String otherwise) {
        String value = get(variable);
        return value == null ? otherwise : value;
    }

    private @Nullable String get(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
