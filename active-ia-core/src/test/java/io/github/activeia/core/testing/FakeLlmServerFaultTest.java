package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How connections fail, byte by byte. */
class FakeLlmServerFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OLLAMA = "/api/chat";
    private static final String STREAM = "{\"model\": \"m\", \"stream\": true}";
    private static final String DOCUMENT = "{\"model\": \"m\", \"stream\": false}";
    private static final FakeReply THREE = FakeReply.answer("una cola circular");

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void not_a_byte_comes_when_it_is_silent() throws Exception {
        server.next(FakeReply.silent());
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {

            server.awaitRequests(1, PATIENCE);

            boolean waiting = client.isLeftWaiting();

            assertThat(waiting).isTrue();
            assertThat(client.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PIECES, 0, ''", "PIECES, 1, una", "PIECES, 2, cola", "BYTES, 20, {\"model\": \"fake-mode"})
    void answer_stops_in_its_place_when_it_stalls(String unit, int count, String last) throws Exception {
        server.next(THREE.untilClose().stall(at(unit, count)));
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {
            client.readUntil("\r\n\r\n").readUntil(last);

            boolean waiting = client.isLeftWaiting();

            assertThat(waiting).isTrue();
            assertThat(client.body().lines()).hasSize(unit.equals("BYTES") ? 1 : count);
            assertThat(client.body()).endsWith(count == 0 ? "" : unit.equals("BYTES") ? last : "}\n");
        }
    }

    @Test
    void chunks_have_no_last_one_when_the_answer_is_closed_in_the_middle() throws Exception {
        server.next(THREE.close(At.pieces(2)));
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {

            RawClient.Ending ending = client.readToEnd();

            assertThat(ending).isEqualTo(RawClient.Ending.FIN);
            assertThat(client.received())
                    .contains("Transfer-Encoding: chunked", "cola")
                    .doesNotContain("circular");
            assertThat(client.body()).doesNotContain("\r\n0\r\n");
            assertThat(server.requests().get(0).awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.BROKEN);
        }
    }

    @Test
    void document_is_shorter_than_announced_when_it_is_closed_in_the_middle() throws Exception {
        server.next(THREE.close(At.bytes(30)));
        try (RawClient client = RawClient.post(server.url(), OLLAMA, DOCUMENT)) {

            RawClient.Ending ending = client.readToEnd();

            assertThat(ending).isEqualTo(RawClient.Ending.FIN);
            assertThat(client.body()).hasSize(30);
            assertThat(client.received()).containsPattern("Content-Length: 2\\d\\d");
        }
    }

    @ParameterizedTest
    @CsvSource({"START, 0, ''", "PIECES, 0, HTTP/1.1 200 OK", "PIECES, 1, una", "BYTES, 20, {\"model\": \"fake-mode"})
    void connection_breaks_in_its_place_when_it_is_reset(String unit, int count, String last) throws Exception {
        server.next(THREE.reset(at(unit, count)));
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {

            RawClient.Ending ending = client.readToEnd();

            assertThat(ending).isEqualTo(RawClient.Ending.RST);
            assertThat(client.received()).contains(last).doesNotContain("cola");
        }
    }

    @Test
    void pieces_keep_coming_when_it_trickles_for_ever() throws Exception {
        server.next(THREE.every(Duration.ofMillis(5)).endless(), THREE.everyByte(Duration.ofMillis(1)));
        try (RawClient endless = RawClient.post(server.url(), OLLAMA, STREAM);
                RawClient bytes = RawClient.post(server.url(), OLLAMA, DOCUMENT)) {

            endless.readUntil("circular").readUntil("circular\"}, \"done\": false}");
            bytes.readUntil("\"eval_count\": 11}");

            assertThat(endless.received()).doesNotContain("\"done\": true");
            assertThat(bytes.body()).startsWith("{\"model\"").contains("una cola circular");
        }
    }

    @Test
    void headers_come_before_the_first_piece_when_a_stream_starts_slowly() throws Exception {
        server.next(THREE.firstAfter(Duration.ofMinutes(5)));
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {

            client.readUntil("\r\n\r\n");

            boolean waiting = client.isLeftWaiting();

            assertThat(waiting).isTrue();
            assertThat(client.received()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
        }
    }

    @Test
    void handshake_fails_when_the_url_promises_tls() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.brokenHttpsUrl())).build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void connection_is_refused_when_the_server_is_down_and_taken_when_it_is_back() throws Exception {
        server.always(THREE).refuse();

        assertThatThrownBy(() -> RawClient.exchange(server.url() + OLLAMA, STREAM))
                .isInstanceOf(ConnectException.class);
        server.accept();

        assertThat(RawClient.exchange(server.url() + OLLAMA, STREAM).statusCode())
                .isEqualTo(200);
    }

    @Test
    void request_is_cancelled_when_the_client_leaves_a_silent_server() throws Exception {
        server.next(FakeReply.silent());
        RawClient client = RawClient.post(server.url(), OLLAMA, STREAM);
        SeenRequest request = server.awaitRequests(1, PATIENCE).get(0);

        client.close();

        assertThat(request.awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.CANCELLED);
        server.awaitOpenConnections(0, PATIENCE);
    }

    @Test
    void two_requests_share_a_connection_when_the_first_is_answered_in_full() throws Exception {
        server.always(THREE);
        try (RawClient client = RawClient.post(server.url(), OLLAMA, STREAM)) {
            client.readUntil("\r\n0\r\n\r\n");

            client.send(
                    """
                    POST /api/chat HTTP/1.1\r
                    Transfer-Encoding: chunked\r
                    \r
                    8\r
                    {"stream\r
                    9\r
                    ": false}\r
                    0\r
                    \r
                    """);

            client.readUntil("Content-Length").readUntil("\"eval_count\": 11}");
            assertThat(server.requests()).hasSize(2).last().satisfies(request -> assertThat(request.body())
                    .isEqualTo("{\"stream\": false}"));
            assertThat(server.openConnections()).isEqualTo(1);
        }
    }

    private static At at(String unit, int count) {
        return switch (unit) {
            case "START" -> At.start();
            case "PIECES" -> At.pieces(count);
            default -> At.bytes(count);
        };
    }
}
