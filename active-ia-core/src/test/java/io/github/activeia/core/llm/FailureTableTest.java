package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Secret;
import io.github.activeia.core.testing.FakeLlmServer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the failure table in docs/models.md, spoken in every protocol. */
class FailureTableTest {
    private static final LlmPrompt PROMPT = LlmPrompt.of("system", "user");
    private static final Secret KEY = Secret.of("key-1");

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void goes_on_to_the_next_provider(String protocol, Consumer<FakeLlmServer> failure, String ending) {
        failure.accept(server);
        server.answer("hola");
        LlmProvider next = LlmProvider.openAiCompatible("next", server.url() + "/v1", "m", null);
        LlmProvider failing = provider(protocol, server.url())
                .withTimeout(Duration.ofMillis(ending.equals("timeout") ? 300 : 30_000));
        try (LlmChain chain = LlmChain.of(failing, next)) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result).isInstanceOf(LlmResult.Answered.class);
            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly(ending, "ok");
            assertThat(server.requests()).as("one try, no hidden retries").hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void goes_on_when_the_connection_is_refused(String protocol) {
        server.answer("hola");
        LlmProvider next = LlmProvider.openAiCompatible("next", server.url() + "/v1", "m", null);
        try (LlmChain chain = LlmChain.of(provider(protocol, FakeLlmServer.refusingUrl()), next)) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("unreachable", "ok");
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void goes_on_when_the_host_is_unknown(String protocol) {
        server.answer("hola");
        LlmProvider next = LlmProvider.openAiCompatible("next", server.url() + "/v1", "m", null);
        try (LlmChain chain = LlmChain.of(provider(protocol, "http://no-such-host.invalid"), next)) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("unreachable", "ok");
        }
    }

    static Stream<String> protocols() {
        return Stream.of("ollama", "mistral", "gemini", "openai");
    }

    static Stream<Arguments> rows() {
        return Stream.concat(
                protocols().flatMap(FailureTableTest::rowsOf),
                Stream.of(
                        Arguments.of("ollama", behaviour(s -> s.body(unfinished())), "truncated_answer"),
                        Arguments.of("openai", behaviour(s -> s.body(filtered())), "content_filtered")));
    }

    private static Stream<Arguments> rowsOf(String protocol) {
        return Stream.of(
                Arguments.of(protocol, behaviour(s -> s.status(400)), "invalid_request"),
                Arguments.of(protocol, behaviour(s -> s.status(401)), "authentication"),
                Arguments.of(protocol, behaviour(s -> s.status(403)), "authentication"),
                Arguments.of(protocol, behaviour(s -> s.status(404)), "not_found"),
                Arguments.of(protocol, behaviour(s -> s.status(408)), "timeout"),
                Arguments.of(protocol, behaviour(s -> s.status(429)), "rate_limited"),
                Arguments.of(protocol, behaviour(s -> s.status(500)), "server_error"),
                Arguments.of(protocol, behaviour(s -> s.status(503)), "server_error"),
                Arguments.of(protocol, behaviour(FakeLlmServer::silent), "timeout"),
                Arguments.of(protocol, behaviour(FakeLlmServer::stalled), "timeout"),
                Arguments.of(protocol, behaviour(FakeLlmServer::truncated), "truncated_answer"),
                Arguments.of(protocol, behaviour(s -> s.body("{\"message\": {\"content\"")), "truncated_answer"),
                Arguments.of(protocol, behaviour(s -> s.body("<html>proxy</html>")), "malformed_answer"),
                Arguments.of(protocol, behaviour(s -> s.body("{}")), "malformed_answer"),
                Arguments.of(protocol, behaviour(FakeLlmServer::empty), "empty_answer"));
    }

    private static Consumer<FakeLlmServer> behaviour(Consumer<FakeLlmServer> script) {
        return script;
    }

    private static String unfinished() {
        return "{\"model\": \"phi3\", \"message\": {\"role\": \"assistant\", \"content\": \"Una cola\"}, \"done\": false}";
    }

    private static String filtered() {
        return "{\"id\": \"1\", \"model\": \"m\", \"choices\": [{\"index\": 0, \"finish_reason\": \"content_filter\","
                + " \"message\": {\"role\": \"assistant\", \"content\": \"No\"}}]}";
    }

    private static LlmProvider provider(String protocol, String url) {
        return switch (protocol) {
            case "ollama" -> LlmProvider.ollama("phi3", url);
            case "mistral" -> LlmProvider.mistral("mistral-small-latest", KEY, url + "/v1");
            case "gemini" -> LlmProvider.gemini("gemini-2.5-flash", KEY, url + "/v1beta");
            default -> LlmProvider.openAiCompatible("openai", url + "/v1", "m", KEY);
        };
    }
}
