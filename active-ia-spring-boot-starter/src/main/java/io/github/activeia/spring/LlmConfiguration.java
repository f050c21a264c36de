package io.github.activeia.spring;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Secret;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.PriceList;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmChainBuilder;
import io.github.activeia.core.llm.LlmProvider;
import io.github.activeia.core.llm.LlmTiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Makes the chain of language models. */
@Configuration(proxyBeanMethods = false)
class LlmConfiguration {
    private static final List<String> LOCAL =
            List.of("OLLAMA_HOST", "ACTIVE_IA_OLLAMA_MODEL", "ACTIVE_IA_LOCAL_PROVIDERS");
    private static final List<String> CLOUD = List.of(
            "MISTRAL_API_KEY",
            "ACTIVE_IA_MISTRAL_MODEL",
            "GEMINI_API_KEY",
            "GOOGLE_API_KEY",
            "ACTIVE_IA_GEMINI_MODEL",
            "OPENAI_BASE_URL",
            "OPENAI_API_KEY",
            "ACTIVE_IA_OPENAI_MODEL");

    @Bean
    @ConditionalOnMissingBean
    LanguageModel activeIaLanguageModel(ActiveIaProperties properties, Environment environment, Accounts accounts) {
        LlmChainBuilder builder = LlmChain.builder()
                .settings(Limits.settings(properties.llm()))
                .prices(accounts.prices())
                .ledger(accounts.ledger())
                .budgets(accounts.budgets());
        LlmChain chain = addProviders(builder, properties.llm(), environment).build();
        return properties.llm().tiers() ? LlmTiers.of(chain) : chain;
    }

    /** What the chain counts with. */
    record Accounts(PriceList prices, CostLedger ledger, Budgets budgets) {}

    @Bean
    Accounts activeIaAccounts(PriceList prices, CostLedger ledger, Budgets budgets) {
        return new Accounts(prices, ledger, budgets);
    }

    private static LlmChainBuilder addProviders(
            LlmChainBuilder builder, ActiveIaProperties.Llm llm, Environment environment) {
        List<String> names = llm.chain();
        if (names == null) {
            // No student's text leaves the machine unless the host names a provider.
            return builder.discovered(variables(environment, LOCAL));
        }
        if (names.equals(List.of(ActiveIaProperties.Llm.DISCOVER))) {
            return builder.discovered(variables(
                    environment, Stream.concat(LOCAL.stream(), CLOUD.stream()).toList()));
        }
        for (LlmProvider provider : providers(names, llm, environment)) {
            builder.provider(
                    llm.local().contains(provider.name()) ? provider.handling(DataHandling.local()) : provider);
        }
        return builder;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaLlmPart(LanguageModel model) {
        return builder -> builder.llm(model);
    }

    private static List<LlmProvider> providers(
            List<String> names, ActiveIaProperties.Llm llm, Environment environment) {
        Faults faults = new Faults();
        List<LlmProvider> providers = new ArrayList<>();
        for (String name : names) {
            switch (name) {
                case "ollama" ->
                    providers.add(LlmProvider.ollama(
                            llm.ollama().model(), llm.ollama().baseUrl()));
                case "mistral" ->
                    key(faults, name, llm.mistral().apiKey(), environment, "MISTRAL_API_KEY")
                            .map(key -> LlmProvider.mistral(llm.mistral().model(), key))
                            .ifPresent(providers::add);
                case "gemini" ->
                    key(faults, name, llm.gemini().apiKey(), environment, "GEMINI_API_KEY", "GOOGLE_API_KEY")
                            .map(key -> LlmProvider.gemini(llm.gemini().model(), key))
                            .ifPresent(providers::add);
                default -> openAi(faults, llm.openai(), environment).ifPresent(providers::add);
            }
        }
        faults.throwIfAny();
        return providers;
    }

    private static Optional<LlmProvider> openAi(
            Faults faults, ActiveIaProperties.OpenAi openai, Environment environment) {
        String url = openai.baseUrl();
        String model = openai.model();
        require(faults, url, "active-ia.llm.openai.base-url", "set it, such as http://localhost:8000/v1");
        require(faults, model, "active-ia.llm.openai.model", "name the model that the server is to use");
        if (url == null || model == null) {
            return Optional.empty();
        }
        Secret key = ActiveIaProperties.secret(
                Objects.requireNonNullElse(openai.apiKey(), environment.getProperty("OPENAI_API_KEY", "")));
        return Optional.of(LlmProvider.openAiCompatible("openai", url, model, key));
    }

    private static void require(Faults faults, @Nullable String value, String property, String remedy) {
        faults.require(value != null, property, "be set when the chain names openai", "missing", remedy);
    }

    private static Optional<Secret> key(
            Faults faults, String provider, @Nullable String property, Environment environment, String... variables) {
        Optional<Secret> key = Stream.concat(
                        Stream.ofNullable(property), Stream.of(variables).map(environment::getProperty))
                .flatMap(candidate -> Stream.ofNullable(ActiveIaProperties.secret(candidate)))
                .findFirst();
        faults.require(
                key.isPresent(),
                "active-ia.llm." + provider + ".api-key",
                "be set when the chain names " + provider,
                "missing",
                "set it, or the variable " + variables[0] + ", or take " + provider + " out of the chain");
        return key;
    }

    private static Map<String, String> variables(Environment environment, List<String> names) {
        Map<String, String> found = new HashMap<>();
        names.forEach(
                name -> Optional.ofNullable(environment.getProperty(name)).ifPresent(value -> found.put(name, value)));
        return found;
    }
}
