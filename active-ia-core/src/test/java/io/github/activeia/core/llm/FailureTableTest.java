package io.github.activeia.core.llm;

import static io.github.activeia.core.testing.FakeReply.answer;
import static io.github.activeia.core.testing.FakeReply.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Secret;
import io.github.activeia.core.testing.At;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.Finish;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the failure table in docs/models.md, spoken in every protocol, with a stream and without. */
class FailureTableTest {
    private static final LlmSettings HASTY = LlmSettings.builder()
            .localTimeout(Duration.ofMillis(2500))
            .firstTokenTimeout(Duration.ofSeconds(1))
            .idleTimeout(Duration.ofSeconds(1))
            .retries(0)
            .build();

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void goes_on_to_the_next_provider_when_an_answer_fails(Protocol protocol, Row row) {
        server.next(row.reply(), answer("hola"));
        try (LlmChain chain = chain(protocol.provider(server.url()))) {

            LlmResult result = chain.ask(LlmPrompt.of("system", "user"));

            assertThat(result).isInstanceOf(LlmResult.Answered.class);
            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly(row.whole(), "ok");
            assertThat(server.requests()).as("one try, no hidden repetition").hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void goes_on_to_the_next_provider_when_a_stream_fails(Protocol protocol, Row row) {
        server.next(row.reply(), answer("hola, ¿qué probaste?"));
        try (LlmChain chain = chain(protocol.provider(server.url()))) {
            StreamReader reader = StreamReader.of(chain);

            reader.await();

            assertThat(reader.response().aiMessage().text()).isEqualTo("hola, ¿qué probaste?");
            assertThat(reader.text()).as("what was shown").isEqualTo("hola, ¿qué probaste?");
            assertThat(reader.restarts()).extracting(LlmRestart::ending).isEqualTo(row.restarts());
            assertThat(server.requests()).as("one try, no hidden repetition").hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void begins_anew_when_a_stream_ends_without_its_last_event(Protocol protocol) {
        FakeReply whole = answer("uno dos tres").pieces(3).every(Duration.ofMillis(20));
        server.next(whole.ending(Finish.MISSING), answer("hola"));
        try (LlmChain chain = chain(protocol.provider(server.url()))) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.text()).isEqualTo("hola");
            assertThat(reader.restarts()).extracting(LlmRestart::ending).containsExactly("truncated_answer");
        }
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void goes_on_to_the_next_provider_when_it_cannot_be_reached(Protocol protocol, String url, String ending) {
        server.next(answer("hola"), answer("hola"));
        String place = url.equals("tls") ? server.brokenHttpsUrl() : url;
        try (LlmChain chain = chain(protocol.provider(place))) {
            StreamReader reader = StreamReader.of(chain);

            LlmResult result = chain.ask(LlmPrompt.of("system", "user"));
            reader.await();

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly(ending, "ok");
            assertThat(reader.text()).isEqualTo("hola");
        }
    }

    /**
     * One way to fail.
     *
     * @param name for the report
     * @param reply what the server does
     * @param whole the ending where no stream was asked for
     * @param streamed the ending of a stream that has shown a piece; null where it fails before the first
     */
    record Row(String name, FakeReply reply, String whole, @org.jspecify.annotations.Nullable String streamed) {
        List<String> restarts() {
            return streamed == null ? List.of() : List.of(streamed);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The protocols, each with a provider at a URL. */
    enum Protocol {
        OLLAMA,
        MISTRAL,
        GEMINI,
        OPENAI;

        LlmProvider provider(String url) {
            Secret key = Secret.of("key-1");
            LlmProvider provider =
                    switch (this) {
                        case OLLAMA -> LlmProvider.ollama("phi3", url);
                        case MISTRAL -> LlmProvider.mistral("mistral-small-latest", key, url + "/v1");
                        case GEMINI -> LlmProvider.gemini("gemini-2.5-flash", key, url + "/v1beta");
                        case OPENAI -> LlmProvider.openAiCompatible("openai", url + "/v1", "m", key);
                    };
            return provider.handling(DataHandling.local());
        }
    }

    static Stream<Arguments> rows() {
        return Stream.of(Protocol.values()).flatMap(protocol -> failures()
                .filter(row -> protocol != Protocol.OLLAMA || !row.whole().equals("content_filtered"))
                .map(row -> Arguments.of(protocol, row)));
    }

    static Stream<Arguments> unreachable() {
        return Stream.of(Protocol.values())
                .flatMap(protocol -> Stream.of(
                        Arguments.of(protocol, FakeLlmServer.refusingUrl(), "unreachable"),
                        Arguments.of(protocol, "http://no-such-host.invalid", "unreachable"),
                        Arguments.of(protocol, "tls", "tls_failure")));
    }

    private static Stream<Row> failures() {
        FakeReply slow =
                answer("uno dos tres cuatro cinco seis siete ocho").pieces(8).every(Duration.ofMillis(20));
        return Stream.of(
                new Row("400", status(400), "invalid_request", null),
                new Row("401", status(401), "authentication", null),
                new Row("403", status(403), "authentication", null),
                new Row("404", status(404), "not_found", null),
                new Row("408", status(408), "server_timeout", null),
                new Row("429", status(429), "rate_limited", null),
                new Row("429, Retry-After", status(429).retryAfter(Duration.ofSeconds(1)), "rate_limited", null),
                new Row("500", status(500), "server_error", null),
                new Row("503", status(503), "server_error", null),
                new Row("context overflow", FakeReply.contextOverflow(), "context_overflow", null),
                new Row("a bad key in the provider's own words", FakeReply.badKey(), "authentication", null),
                new Row("an unknown model in the provider's own words", FakeReply.unknownModel(), "not_found", null),
                new Row("silence", FakeReply.silent(), "timeout", null),
                new Row("a stall before the first piece", slow.stall(At.start()), "timeout", null),
                new Row("a stall", slow.stall(At.pieces(3)), "timeout", "idle_timeout"),
                new Row("a trickle", answer("una pila").everyByte(Duration.ofMillis(50)), "timeout", null),
                new Row("a cut before the first piece", slow.close(At.start()), "truncated_answer", null),
                new Row("a cut", slow.close(At.pieces(3)), "truncated_answer", "truncated_answer"),
                new Row("a reset before the first piece", slow.reset(At.start()), "connection_reset", null),
                new Row("a reset", slow.reset(At.pieces(3)), "connection_reset", "connection_reset"),
                new Row("a page of HTML", FakeReply.html(), "malformed_answer", null),
                new Row("JSON that is no answer", FakeReply.body("{}"), "malformed_answer", null),
                new Row("a malformed piece", slow.garbled(3), "malformed_answer", "malformed_answer"),
                new Row("an error in the middle", slow.errorAfter(3), "malformed_answer", "server_error"),
                new Row("a blocked prompt", slow.ending(Finish.BLOCKED), "content_filtered", null),
                new Row("an empty answer", answer(""), "empty_answer", null),
                new Row("a held back answer", slow.ending(Finish.FILTERED), "content_filtered", "content_filtered"));
    }

    private LlmChain chain(LlmProvider failing) {
        LlmProvider next = LlmProvider.openAiCompatible("next", server.url() + "/v1", "m", null);
        return LlmChain.builder()
                .provider(failing)
                .provider(next)
                .settings(HASTY)
                .build();
    }
}
