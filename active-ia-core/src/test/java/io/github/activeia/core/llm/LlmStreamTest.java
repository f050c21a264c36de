package io.github.activeia.core.llm;

import static io.github.activeia.core.testing.FakeReply.answer;
import static io.github.activeia.core.testing.FakeReply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.testing.At;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.SeenRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A chain as a model of langchain4j, streaming and not. */
class LlmStreamTest {
    private static final FakeReply SLOW =
            answer("uno dos tres cuatro cinco seis siete ocho").pieces(8).every(Duration.ofMillis(20));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeLlmServer server = FakeLlmServer.start();
    private final FakeLlmServer other = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void streams_pieces_and_then_the_whole_answer() {
        server.next(SLOW);
        try (LlmChain chain = chain()) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.text()).isEqualTo("uno dos tres cuatro cinco seis siete ocho");
            assertThat(reader.response().aiMessage().text()).isEqualTo(reader.text());
            assertThat(reader.ends()).isEqualTo(1);
        }
    }

    @Test
    void gives_the_error_to_a_reader_that_cannot_replace_what_it_has_shown() throws Exception {
        server.next(SLOW.close(At.pieces(3)));
        other.next(answer("hola"));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (LlmChain chain = chain()) {

            chain.chat(question(), new PlainReader(failure));

            assertThat(failure.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(LlmUnavailableException.class)
                    .hasMessageContaining("ollama truncated_answer");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void asks_the_same_provider_again_when_it_names_a_short_wait() {
        server.next(status(429).retryAfter(Duration.ofSeconds(1)), answer("hola"));
        try (LlmChain chain = chain()) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.text()).isEqualTo("hola");
            assertThat(reader.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void leaves_a_provider_alone_as_long_as_it_asks_and_goes_on_meanwhile() {
        server.next(status(429).retryAfter(Duration.ofHours(1)));
        other.always(answer("hola"));
        try (LlmChain chain = chain()) {

            StreamReader.of(chain).await();
            LlmResult second = chain.ask(LlmPrompt.of("system", "user"));

            assertThat(second.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("resting", "ok");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void tells_the_provider_when_the_reader_cancels() {
        server.next(SLOW.endless());
        try (LlmChain chain = chain()) {
            StreamReader reader = StreamReader.of(chain).awaitFirst();

            reader.handle().cancel();

            SeenRequest request = server.awaitRequests(1, PATIENCE).get(0);
            assertThat(request.awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.CANCELLED);
            assertThat(reader.ends()).as("nothing after that").isZero();
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void tells_the_provider_when_a_call_is_given_up_before_its_first_byte() {
        server.next(FakeReply.silent());
        other.next(answer("hola"));
        try (LlmChain chain = chain(Duration.ofSeconds(2))) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.text()).isEqualTo("hola");
            assertThat(server.requests().get(0).awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.CANCELLED);
        }
    }

    @Test
    void ends_every_stream_when_the_chain_is_closed() {
        server.next(SLOW.endless());
        LlmChain chain = chain();
        StreamReader reader = StreamReader.of(chain).awaitFirst();

        chain.close();

        assertThat(reader.await().failure()).isInstanceOf(LlmUnavailableException.class);
        assertThat(server.requests().get(0).awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.CANCELLED);
    }

    @Test
    void ends_with_a_typed_error_when_nobody_answers() {
        server.always(status(500));
        other.always(status(503));
        try (LlmChain chain = chain()) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.failure())
                    .isInstanceOfSatisfying(LlmUnavailableException.class, failure -> assertThat(failure.attempts())
                            .extracting(LlmResult.Attempt::ending)
                            .containsExactly("server_error", "server_error", "server_error", "server_error"));
            assertThat(reader.ends()).isEqualTo(1);
        }
    }

    @Test
    void takes_a_page_for_no_stream_when_a_proxy_sends_one() {
        server.always(FakeReply.html());
        other.always(FakeReply.html());
        try (LlmChain chain = chain()) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.failure())
                    .isInstanceOfSatisfying(LlmUnavailableException.class, failure -> assertThat(failure.attempts())
                            .extracting(LlmResult.Attempt::ending)
                            .containsExactly("malformed_answer", "malformed_answer"));
        }
    }

    @Test
    void streams_one_piece_when_a_provider_cannot_stream() {
        ChatModel whole = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ChatResponse.builder()
                        .aiMessage(dev.langchain4j.data.message.AiMessage.from("entera"))
                        .build();
            }
        };
        try (LlmChain chain = LlmChain.of(LlmProvider.of("own", whole).handling(DataHandling.local()))) {

            StreamReader reader = StreamReader.of(chain).await();

            assertThat(reader.text()).isEqualTo("entera");
            assertThat(reader.response().aiMessage().text()).isEqualTo("entera");
        }
    }

    @Test
    void never_leaves_the_institution_unless_it_may() {
        other.always(answer("desde afuera"));
        LlmProvider home = LlmProvider.ollama("phi3", FakeLlmServer.refusingUrl());
        LlmProvider abroad = LlmProvider.openAiCompatible("abroad", other.url() + "/v1", "m", null)
                .handling(DataHandling.cloud());
        try (LlmChain chain = LlmChain.of(home, abroad)) {

            LlmResult kept = chain.ask(LlmPrompt.of("system", "user"));
            LlmResult sent = chain.ask(LlmPrompt.of("system", "user")
                    .within(new LlmContext(AgentRole.TUTOR, null, null, DataPolicy.CLOUD_ALLOWED, false)));

            assertThat(kept).isInstanceOf(LlmResult.Unavailable.class);
            assertThat(kept.attempts())
                    .extracting(LlmResult.Attempt::ending)
                    .containsExactly("unreachable", "cloud_not_allowed");
            assertThat(sent.attempts())
                    .extracting(LlmResult.Attempt::place)
                    .containsExactly(DataHandling.Place.LOCAL, DataHandling.Place.CLOUD);
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void keeps_the_name_of_a_model_from_other_providers() {
        server.next(answer("hola"));
        try (LlmChain chain = chain()) {

            chain.chat(ChatRequest.builder()
                    .messages(UserMessage.from("user"))
                    .modelName("gpt-of-another-provider")
                    .temperature(0.5)
                    .build());

            assertThat(server.requests().get(0).body())
                    .contains("phi3", "0.5")
                    .doesNotContain("gpt-of-another-provider");
        }
    }

    @Test
    void throws_as_a_model_when_nobody_answers() {
        try (LlmChain chain = LlmChain.of()) {
            assertThatThrownBy(() -> chain.chat(question()))
                    .isInstanceOf(LlmUnavailableException.class)
                    .hasMessageContaining("was empty, closed, or without a thread");
        }
    }

    private LlmChain chain() {
        return chain(PATIENCE);
    }

    private LlmChain chain(Duration firstToken) {
        return LlmChain.builder()
                .provider(LlmProvider.ollama("phi3", server.url()))
                .provider(LlmProvider.openAiCompatible("other", other.url() + "/v1", "m", null))
                .settings(LlmSettings.builder()
                        .firstTokenTimeout(firstToken)
                        .retryBackoff(Duration.ofMillis(20))
                        .build())
                .build();
    }

    private static ChatRequest question() {
        return ChatRequest.builder().messages(List.of(UserMessage.from("user"))).build();
    }

    /** A reader as langchain4j knows it. */
    private record PlainReader(CompletableFuture<Throwable> failure) implements StreamingChatResponseHandler {
        @Override
        public void onCompleteResponse(ChatResponse response) {
            failure.completeExceptionally(new AssertionError("joined two answers"));
        }

        @Override
        public void onError(Throwable error) {
            failure.complete(error);
        }
    }
}
