package io.github.activeia.core.testing;

import io.github.activeia.core.testing.HttpRequestReader.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on this machine that speaks the protocols of Ollama, Mistral, Gemini and OpenAI, told by the request, streamed or not,
 * and that does with each request what the next line of its script says. Every byte is written by hand, so it fails as the
 * network does: see {@link FakeReply}. Models are listed at {@code /api/tags} without a script.
 *
 * <pre>{@code
 * try (FakeLlmServer server = FakeLlmServer.start()) {
 *     server.next(FakeReply.status(429).retryAfter(Duration.ofSeconds(7)), FakeReply.answer("¿Qué probaste?").close(At.pieces(1)));
 *     server.always(FakeReply.answer("¿Qué probaste?").every(Duration.ofMillis(50)));
 *     LlmProvider.ollama("phi3", server.url());
 *     LlmProvider.mistral("mistral-small-latest", key, server.url() + "/v1");
 *     LlmProvider.gemini("gemini-2.5-flash", key, server.url() + "/v1beta");
 *     // …
 *     server.awaitRequests(1, Duration.ofSeconds(5)).get(0).awaitEnd(Duration.ofSeconds(5)); // ANSWERED, or CANCELLED
 * }
 * }</pre>
 *
 * <p>Traps: Mistral and OpenAI share a path, so a model with {@code stral} in its name gets Mistral's words. A client that closes
 * only its sending half counts as gone. Without a script and without {@link #always} a request gets status 501.
 *
 * <p>One thread serves all connections: thousands of open streams are cheap. Thread-safe.
 */
public final class FakeLlmServer implements AutoCloseable {
    private final WireLoop loop;
    private final Thread thread;
    private final SeenByServer seen = new SeenByServer();
    private final Queue<FakeReply> script = new ConcurrentLinkedQueue<>();
    private volatile FakeReply otherwise = FakeReply.unscripted();
    private volatile List<String> installed = List.of();

    private FakeLlmServer() throws IOException {
        loop = new WireLoop(this::connection);
        thread = new Thread(loop, "fake-llm-server-" + loop.port());
        thread.setDaemon(true);
    }

    /** Starts a server on a free port of the loopback interface. */
    public static FakeLlmServer start() {
        try {
            FakeLlmServer fake = new FakeLlmServer();
            fake.thread.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL of a port where nothing listens. */
    public static String refusingUrl() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://localhost:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL, without a path. */
    public String url() {
        return "http://localhost:" + loop.port();
    }

    /** Returns the same port as {@code https}. It does not speak TLS: every handshake fails, and no request is seen. */
    public String brokenHttpsUrl() {
        return "https://localhost:" + loop.port();
    }

    /** Returns what was sent, in order; the list of models is not counted. */
    public List<SeenRequest> requests() {
        return seen.requests();
    }

    /** Waits until so many requests came; fails with an {@link AssertionError} when it takes longer. */
    public List<SeenRequest> awaitRequests(int count, Duration timeout) {
        seen.await(() -> seen.requests().size() >= count, timeout, count + " requests");
        return seen.requests();
    }

    /** Returns how many connections are open now; clients keep some for their next request. */
    public int openConnections() {
        return seen.open();
    }

    /** Waits until exactly so many connections are open; fails with an {@link AssertionError} when it takes longer. */
    public void awaitOpenConnections(int count, Duration timeout) {
        seen.await(() -> seen.open() == count, timeout, count + " open connections");
    }

    /** Sets the models that {@code /api/tags} lists. */
    public FakeLlmServer installed(String... models) {
        installed = List.of(models);
        return this;
    }

    /** Appends to the script: the next requests get these, each once. */
    public FakeLlmServer next(FakeReply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** Sets what requests get when the script is at its end, from now on; what is on its way goes on. */
    public FakeLlmServer always(FakeReply reply) {
        otherwise = reply;
        return this;
    }

    /** The next request gets an answer, with 7 tokens in and 11 out. */
    public FakeLlmServer answer(String text) {
        return next(FakeReply.answer(text));
    }

    /** The next request gets an answer without a text. */
    public FakeLlmServer empty() {
        return answer("");
    }

    /** The next request gets a status, with the body that the provider has for it. */
    public FakeLlmServer status(int status) {
        return next(FakeReply.status(status));
    }

    /** The next request gets status 200 and a body that is whatever is given here. */
    public FakeLlmServer body(String body) {
        return next(FakeReply.body(body));
    }

    /** The next request gets an answer whose end is missing: the connection closes in the middle of the body. */
    public FakeLlmServer truncated() {
        return next(FakeReply.answer("una respuesta").close(At.pieces(1)));
    }

    /** The next request gets the headers and half a body, and then nothing until the server closes. */
    public FakeLlmServer stalled() {
        return next(FakeReply.answer("una respuesta").stall(At.pieces(1)));
    }

    /** The next request gets nothing at all until the server closes. */
    public FakeLlmServer silent() {
        return next(FakeReply.silent());
    }

    /** Breaks all connections that are open now (RST). */
    public void resetConnections() {
        loop.call(() -> loop.connections().forEach(Connection::reset));
    }

    /** Refuses new connections until {@link #accept}, as a server that is down; those that are open go on. */
    public void refuse() {
        loop.call(loop::stopListening);
    }

    /** Accepts connections again after {@link #refuse}, on the same port. */
    public void accept() {
        loop.call(loop::startListening);
    }

    /** Closes all connections. */
    @Override
    public void close() {
        loop.close();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection connection(SocketChannel channel) {
        seen.connections(1);
        return new Connection(loop, channel, this::exchange, () -> seen.connections(-1));
    }

    private Exchange exchange(Incoming incoming) {
        boolean last = incoming.header("Connection").equalsIgnoreCase("close");
        SeenRequest request = new SeenRequest(seen, incoming);
        Chat chat = Chat.of(incoming.path(), incoming.body());
        if (incoming.path().equals("/api/tags")) {
            Plan plan = Rendering.of(FakeReply.body(Protocol.tags(installed)), chat);
            return new Exchange(plan, request, last);
        }
        FakeReply scripted = script.poll();
        Plan plan = Rendering.of(scripted == null ? otherwise : scripted, chat);
        seen.request(request);
        return new Exchange(plan, request, last);
    }
}
