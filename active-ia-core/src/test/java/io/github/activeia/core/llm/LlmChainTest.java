package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Secret;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.SeenRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlmChainTest {
    private static final LlmPrompt PROMPT = LlmPrompt.of("Guiá sin resolver.", "¿Qué es una cola circular?");
    private static final Secret KEY = Secret.of("key-1");

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asks_the_first_provider_alone_when_it_answers() {
        server.answer("¿Qué probaste?");
        try (LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3", server.url()), mistral())) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result).isInstanceOfSatisfying(LlmResult.Answered.class, answered -> {
                assertThat(answered.text()).isEqualTo("¿Qué probaste?");
                assertThat(answered.provider()).isEqualTo("ollama");
                assertThat(answered.model()).isEqualTo("fake-model");
                assertThat(answered.inputTokens()).isEqualTo(7);
                assertThat(answered.outputTokens()).isEqualTo(11);
            });
            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("ok");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void goes_through_all_protocols_in_order_when_each_fails_but_the_last() {
        server.status(500).status(429).status(503).answer("hola");
        try (LlmChain chain = LlmChain.builder()
                .provider(LlmProvider.ollama("phi3", server.url()))
                .provider(mistral())
                .provider(LlmProvider.gemini("gemini-2.5-flash", KEY, server.url() + "/v1beta"))
                .provider(LlmProvider.openAiCompatible("aula", server.url() + "/v1", "local", null))
                .settings(LlmSettings.builder().retries(0).build())
                .build()) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result.attempts())
                    .extracting(LlmResult.Attempt::provider, LlmResult.Attempt::ending)
                    .containsExactly(
                            tuple("ollama", "server_error"),
                            tuple("mistral", "rate_limited"),
                            tuple("gemini", "server_error"),
                            tuple("aula", "ok"));
            assertThat(server.requests())
                    .extracting(SeenRequest::path)
                    .containsExactly(
                            "/api/chat",
                            "/v1/chat/completions",
                            "/v1beta/models/gemini-2.5-flash:generateContent",
                            "/v1/chat/completions");
        }
    }

    @Test
    void sends_prompt_limits_and_key_to_the_provider() {
        server.answer("hola");
        try (LlmChain chain = LlmChain.of(mistral())) {

            chain.ask(new LlmPrompt("Guiá sin resolver.", "¿Qué es una pila?", 123, 0.25));

            SeenRequest request = server.requests().get(0);
            assertThat(request.authorization()).isEqualTo("Bearer key-1");
            assertThat(request.body())
                    .contains("Guiá sin resolver.", "¿Qué es una pila?", "123", "0.25", "mistral-small");
        }
    }

    @Test
    void is_unavailable_when_it_has_no_provider() {
        try (LlmChain chain = LlmChain.of()) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result).isEqualTo(new LlmResult.Unavailable(List.of()));
        }
    }

    @Test
    void gives_the_thread_back_when_a_stalled_call_is_given_up() throws InterruptedException {
        ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();
        server.stalled();
        try (LlmChain chain = LlmChain.builder()
                .provider(LlmProvider.ollama("phi3", server.url()).withTimeout(Duration.ofMillis(200)))
                .executor(threads)
                .build()) {

            LlmResult result = chain.ask(PROMPT);
            threads.shutdown();

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("timeout");
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void turns_questions_away_when_calls_that_cannot_be_stopped_fill_the_bulkhead() {
        CountDownLatch release = new CountDownLatch(1);
        LlmSettings narrow = LlmSettings.builder()
                .maxConcurrentCalls(1)
                .localTimeout(Duration.ofMillis(50))
                .build();
        try (LlmChain chain = LlmChain.builder()
                .provider(LlmProvider.of("stubborn", new Stubborn(release)).handling(DataHandling.local()))
                .settings(narrow)
                .build()) {

            LlmResult first = chain.ask(PROMPT);
            LlmResult second = chain.ask(PROMPT);
            release.countDown();

            assertThat(first.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("timeout");
            assertThat(second.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("busy");
        }
    }

    @Test
    void stops_and_keeps_the_interruption_when_the_asking_thread_is_interrupted() {
        server.silent();
        try (LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3", server.url()), mistral())) {
            Thread.currentThread().interrupt();

            LlmResult result = chain.ask(PROMPT);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("interrupted");
        }
    }

    @Test
    void is_unavailable_when_it_was_closed() {
        LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3", server.url()));
        chain.close();

        LlmResult result = chain.ask(PROMPT);

        assertThat(result).isInstanceOf(LlmResult.Unavailable.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void names_every_fault_when_two_providers_share_a_name() {
        LlmProvider one = LlmProvider.ollama("phi3");

        assertThatThrownBy(() -> LlmChain.of(one, LlmProvider.ollama("qwen2.5"), one.named("other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("llm provider must have a name of its own, but was ollama — use named(…) on one");
    }

    @Test
    void says_a_configuration_fault_once_and_without_any_secret() {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        server.status(401).status(401);
        try (LlmChain chain = LlmChain.of(mistral())) {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));

            chain.ask(PROMPT);
            chain.ask(PROMPT);

            assertThat(log.toString(StandardCharsets.UTF_8))
                    .containsOnlyOnce("llm provider mistral")
                    .contains("check its key")
                    .doesNotContain("key-1", "cola circular");
        } finally {
            System.setErr(console);
        }
    }

    @Test
    void hides_keys_when_it_is_printed() {
        try (LlmChain chain = LlmChain.of(mistral())) {

            String printed = chain + " " + chain.states();

            assertThat(printed).contains("mistral/mistral-small-latest").doesNotContain("key-1");
        }
    }

    private LlmProvider mistral() {
        return LlmProvider.mistral("mistral-small-latest", KEY, server.url() + "/v1");
    }

    /** A client that swallows interruption, as a native library does. */
    private record Stubborn(CountDownLatch release) implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            while (true) {
                try {
                    release.await();
                    throw new IllegalStateException("released");
                } catch (InterruptedException ignored) {
                    // Goes on waiting.
                }
            }
        }
    }
}
