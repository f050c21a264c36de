package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.FakeLlmServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmDiscoveryTest {
    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void uses_the_first_installed_model_that_can_chat() {
        server.installed("nomic-embed-text:latest", "phi3:latest", "qwen2.5:7b");

        List<String> found = discovered(Map.of("OLLAMA_HOST", server.url()));

        assertThat(found).containsExactly("ollama/phi3:latest");
    }

    @Test
    void uses_the_model_of_the_environment_when_it_names_one() {
        server.installed("phi3:latest", "qwen2.5:7b");

        List<String> found = discovered(Map.of("OLLAMA_HOST", server.url(), "ACTIVE_IA_OLLAMA_MODEL", "qwen2.5:7b"));

        assertThat(found).containsExactly("ollama/qwen2.5:7b");
    }

    @Test
    void orders_local_before_cloud_when_everything_is_there() {
        server.installed("phi3");

        List<String> found = discovered(Map.of(
                "OLLAMA_HOST", server.url(),
                "OPENAI_BASE_URL", server.url() + "/v1",
                "ACTIVE_IA_OPENAI_MODEL", "local",
                "GOOGLE_API_KEY", "key-3",
                "MISTRAL_API_KEY", "key-2"));

        assertThat(found)
                .containsExactly(
                        "ollama/phi3", "mistral/mistral-small-latest", "gemini/gemini-2.5-flash", "openai/local");
    }

    @Test
    void is_empty_when_nothing_answers_and_no_key_is_set() {
        List<String> found = discovered(Map.of("OLLAMA_HOST", FakeLlmServer.refusingUrl(), "MISTRAL_API_KEY", " "));

        assertThat(found).isEmpty();
    }

    @Test
    void leaves_ollama_out_when_it_has_no_model_that_can_chat() {
        server.installed("nomic-embed-text");

        List<String> found = discovered(Map.of("OLLAMA_HOST", server.url()));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', http://localhost:11434",
        "0.0.0.0, http://localhost:11434",
        "0.0.0.0:8080, http://localhost:8080",
        "aula, http://aula:11434",
        "http://aula:9999/, http://aula:9999",
        "https://ollama.uni.edu.ar, https://ollama.uni.edu.ar",
        "http://aula/ollama, http://aula/ollama"
    })
    void reads_the_host_as_ollama_does(String host, String url) {
        assertThat(OllamaProbe.url(host)).isEqualTo(url);
    }

    private static List<String> discovered(Map<String, String> environment) {
        try (LlmChain chain = LlmChain.discover(environment, Duration.ofSeconds(20))) {
            return chain.states().stream()
                    .map(state -> state.provider() + "/" + state.model())
                    .toList();
        }
    }
}
