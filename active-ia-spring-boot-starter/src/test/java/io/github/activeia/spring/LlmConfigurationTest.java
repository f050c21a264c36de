package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.llm.LlmTiers;
import io.github.activeia.core.testing.FakeLlmServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class LlmConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void orders_the_providers_as_the_chain_names_them() {
        runner.withPropertyValues(
                        "active-ia.llm.chain=openai, gemini, mistral, ollama",
                        "active-ia.llm.ollama.model=qwen2.5",
                        "active-ia.llm.mistral.api-key=key-1",
                        "active-ia.llm.gemini.api-key=key-2",
                        "active-ia.llm.gemini.model=gemini-2.5-pro",
                        "active-ia.llm.openai.base-url=http://localhost:8000/v1",
                        "active-ia.llm.openai.model=local")
                .run(context -> assertThat(models(context))
                        .containsExactly(
                                "openai/local",
                                "gemini/gemini-2.5-pro",
                                "mistral/mistral-small-latest",
                                "ollama/qwen2.5"));
    }

    @Test
    void takes_a_key_from_the_usual_variable_when_the_property_is_blank() {
        runner.withPropertyValues(
                        "active-ia.llm.chain=mistral", "active-ia.llm.mistral.api-key=", "MISTRAL_API_KEY=key-1\n")
                .run(context -> assertThat(models(context)).containsExactly("mistral/mistral-small-latest"));
    }

    @Test
    void uses_no_cloud_provider_when_the_host_names_none() {
        runner.withPropertyValues("MISTRAL_API_KEY=key-1", "GEMINI_API_KEY=key-2")
                .run(context -> assertThat(models(context)).isEmpty());
    }

    @Test
    void uses_what_the_environment_offers_when_the_chain_says_discover() {
        runner.withPropertyValues("active-ia.llm.chain=discover", "MISTRAL_API_KEY=key-1", "GEMINI_API_KEY=key-2")
                .run(context -> assertThat(models(context))
                        .containsExactly("mistral/mistral-small-latest", "gemini/gemini-2.5-flash"));
    }

    @Test
    void uses_no_model_when_the_chain_is_empty() {
        runner.withPropertyValues("active-ia.llm.chain=")
                .run(context -> assertThat(models(context)).isEmpty());
    }

    @Test
    void asks_the_server_of_the_properties() {
        try (FakeLlmServer server = FakeLlmServer.start().answer("¿Qué probaste?")) {
            runner.withPropertyValues("active-ia.llm.chain=ollama", "active-ia.llm.ollama.base-url=" + server.url())
                    .run(context -> {
                        LlmResult result = context.getBean(LanguageModel.class).ask(LlmPrompt.of("system", "user"));

                        assertThat(result).isInstanceOf(LlmResult.Answered.class);
                        assertThat(server.requests().get(0).body()).contains("phi3");
                    });
        }
    }

    @Test
    void names_every_missing_key_and_url_when_the_chain_cannot_work() {
        runner.withPropertyValues("active-ia.llm.chain=mistral,gemini,openai").run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("active-ia.llm.mistral.api-key must be set when the chain names mistral")
                .hasMessageContaining("active-ia.llm.gemini.api-key must be set when the chain names gemini")
                .hasMessageContaining("active-ia.llm.openai.base-url must be set when the chain names openai")
                .hasMessageContaining("active-ia.llm.openai.model must be set when the chain names openai"));
    }

    private static List<String> models(ApplicationContext context) {
        LlmTiers tiers = (LlmTiers) context.getBean(LanguageModel.class);
        return tiers.states().stream()
                .map(state -> state.provider() + "/" + state.model())
                .toList();
    }
}
