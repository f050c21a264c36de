package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients that are used with real providers understand what the server writes. */
class FakeLlmServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void client_reads_the_answer_when_it_is_one_document(BareClient client) {
        server.next(FakeReply.answer("¿Qué \"probaste\"?\n1. Nada").tokens(5, 9));

        ChatResponse response = client.sync(server.url()).chat(Fault.question());

        assertThat(response.aiMessage().text()).isEqualTo("¿Qué \"probaste\"?\n1. Nada");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(5);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void client_reads_pieces_end_and_usage_when_it_asks_for_a_stream(BareClient client) throws Exception {
        server.next(FakeReply.answer("¿Qué \"probaste\"?\n1. Nada").tokens(5, 9));

        StreamedAnswer answer = stream(client);
        ChatResponse response = answer.end.get(20, TimeUnit.SECONDS);

        assertThat(answer.pieces()).containsExactly("¿Qué ", "\"probaste\"?\n", "1. ", "Nada");
        assertThat(response.aiMessage().text()).isEqualTo("¿Qué \"probaste\"?\n1. Nada");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(5);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void client_is_told_of_the_limit_when_the_answer_ends_with_it(BareClient client) throws Exception {
        server.always(FakeReply.answer("Una cola").ending(Finish.LENGTH));

        ChatResponse whole = client.sync(server.url()).chat(Fault.question());
        ChatResponse streamed = stream(client).end.get(20, TimeUnit.SECONDS);

        assertThat(whole.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(streamed.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void client_is_told_of_the_filter_when_the_answer_ends_with_it(BareClient client) throws Exception {
        server.always(FakeReply.answer("Una cola").ending(Finish.FILTERED));

        ChatResponse whole = client.sync(server.url()).chat(Fault.question());
        ChatResponse streamed = stream(client).end.get(20, TimeUnit.SECONDS);

        assertThat(whole.finishReason()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(streamed.finishReason()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @ParameterizedTest
    @EnumSource
    void request_is_answered_when_the_client_reads_all_of_it(BareClient client) {
        server.answer("hola");

        client.sync(server.url()).chat(Fault.question());

        SeenRequest request = server.requests().get(0);
        assertThat(request.awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.ANSWERED);
        assertThat(request.isCancelled()).isFalse();
        assertThat(request.body()).contains("cola circular");
        assertThat(request.authorization()).isIn("", "key-1", "Bearer key-1");
    }

    @ParameterizedTest
    @EnumSource
    void request_is_cancelled_when_the_client_stops_an_endless_stream(BareClient client) throws Exception {
        server.next(FakeReply.answer("Una cola ").every(Duration.ofMillis(20)).endless());

        StreamedAnswer answer = stream(client);
        answer.handle.get(20, TimeUnit.SECONDS).cancel();

        SeenRequest request = server.awaitRequests(1, PATIENCE).get(0);
        assertThat(request.awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.CANCELLED);
        assertThat(request.isCancelled()).isTrue();
        server.awaitOpenConnections(0, PATIENCE);
    }

    @Test
    void waiting_fails_and_says_what_there_is_when_nothing_comes() {
        Duration moment = Duration.ofMillis(1);

        assertThatThrownBy(() -> server.awaitRequests(1, moment))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 1 requests within PT0.001S, but there are 0 requests and 0 open connections");
    }

    @Test
    void every_fault_has_an_outcome_when_it_meets_the_bare_clients() throws Exception {
        var one = java.util.Map.of("status 503", Fault.all().get("status 503"));

        String table = BareClientFaults.table(BareClientFaults.run(PATIENCE, one));

        assertThat(table.lines()).hasSize(3);
        assertThat(table).containsPattern("\\| status 503 \\|( InternalServerException ← HttpException, [^|]*\\|){8}");
    }

    private StreamedAnswer stream(BareClient client) {
        StreamedAnswer answer = new StreamedAnswer();
        client.streaming(server.url()).chat(Fault.question(), answer);
        return answer;
    }
}
