package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thousand open streams at once. */
class FakeLlmServerLoadTest {
    private static final int STREAMS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakeLlmServer server = FakeLlmServer.start();
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    @Test
    void one_thread_serves_all_when_a_thousand_streams_trickle() throws Exception {
        server.always(FakeReply.answer("una cola circular reusa")
                .every(Duration.ofMillis(100))
                .endless());

        open();
        for (RawClient client : clients) {
            client.readUntil("reusa");
        }

        assertThat(server.openConnections()).isEqualTo(STREAMS);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("fake-llm-server"))
                .hasSize(1);
    }

    @Test
    void each_stream_gets_what_was_said_last_when_the_server_flaps() throws Exception {
        server.always(FakeReply.answer("una cola").every(Duration.ofMillis(100)).endless());
        open();
        server.awaitRequests(STREAMS, PATIENCE);

        server.always(FakeReply.status(503));
        server.resetConnections();
        server.awaitOpenConnections(0, PATIENCE);
        RawClient late = RawClient.post(server.url(), "/api/chat", "{}");
        clients.add(late);
        late.readUntil("server busy");

        assertThat(server.requests()).hasSize(STREAMS + 1);
        assertThat(server.requests().subList(0, STREAMS))
                .allSatisfy(request -> assertThat(request.awaitEnd(PATIENCE)).isEqualTo(SeenRequest.End.BROKEN));
    }

    private void open() throws Exception {
        for (int i = 0; i < STREAMS; i++) {
            clients.add(RawClient.post(server.url(), "/api/chat", "{}"));
        }
    }
}
