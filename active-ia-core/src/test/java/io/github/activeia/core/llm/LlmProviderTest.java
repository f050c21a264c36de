package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlmProviderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:11434", "no es", "ftp://localhost/", "http://", "http://localhost:99999", "", "/v1"})
    void refuses_a_base_url_that_no_request_could_reach(String url) {
        assertThatThrownBy(() -> LlmProvider.ollama("phi3", url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL of llm provider ollama must be an absolute http or https URL");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:11434, LOCAL",
        "http://LOCALHOST:11434, LOCAL",
        "http://127.0.0.1:1, LOCAL",
        "http://[::1]:11434, LOCAL",
        "http://127.example.org, CLOUD",
        "http://localhost.example.org, CLOUD",
        "http://10.0.0.7:11434, CLOUD",
        "https://api.example.org/v1, CLOUD"
    })
    void counts_loopback_alone_as_local(String url, DataHandling.Place place) {
        assertThat(LlmProvider.ollama("phi3", url).handling().place()).isEqualTo(place);
    }

    @Test
    void leaves_out_what_the_environment_offers_and_cannot_be_used() {
        Map<String, String> environment = Map.of(
                "OLLAMA_HOST", "http://127.0.0.1:1",
                "MISTRAL_API_KEY", "key with blanks",
                "OPENAI_BASE_URL", "localhost:8000/v1",
                "ACTIVE_IA_OPENAI_MODEL", "m",
                "GEMINI_API_KEY", "key-1");
        try (LlmChain chain = LlmChain.discover(environment)) {

            assertThat(chain.states()).extracting(LlmProviderState::provider).containsExactly("gemini");
        }
    }

    @Test
    void is_priced_like_its_seller_when_it_has_another_name() {
        LlmProvider renamed =
                LlmProvider.mistral("mistral-small-latest", Secret.of("k")).named("eu");

        assertThat(renamed.priceNames()).containsExactly("eu", "mistral");
    }
}
