package io.github.activeia.core.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that speaks the protocols of Ollama, Mistral, Gemini and OpenAI, told by the path of the request, and
 * that answers each request as the next line of its script says. Models are listed at {@code /api/tags} without a script.
 *
 * <pre>{@code
 * try (FakeLlmServer server = FakeLlmServer.start()) {
 *     server.status(429).answer("¿Qué probaste?");
 *     LlmProvider.ollama("phi3", server.url());
 *     LlmProvider.mistral("mistral-small-latest", key, server.url() + "/v1");
 *     LlmProvider.gemini("gemini-2.5-flash", key, server.url() + "/v1beta");
 * }
 * }</pre>
 *
 * <p>A request without a script gets status 501. Thread-safe.
 */
public final class FakeLlmServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile List<String> installed = List.of();

    /**
     * What a client sent.
     *
     * @param path with its query
     * @param body the JSON
     * @param authorization the header {@code Authorization} or {@code x-goog-api-key}, or an empty text
     */
    public record Request(String path, String body, String authorization) {}

    @FunctionalInterface
    private interface Behaviour {
        void respond(HttpExchange exchange, Protocol protocol) throws IOException, InterruptedException;
    }

    private FakeLlmServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Starts a server on a free port of the loopback interface. */
    public static FakeLlmServer start() {
        try {
            FakeLlmServer fake = new FakeLlmServer();
            fake.server.start();
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
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns what was sent, in order; the list of models is not counted. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Sets the models that {@code /api/tags} lists. */
    public FakeLlmServer installed(String... models) {
        installed = List.of(models);
        return this;
    }

    /** The next request gets an answer, with 7 tokens in and 11 out. */
    public FakeLlmServer answer(String text) {
        return next((exchange, protocol) -> send(exchange, 200, protocol.answer(text)));
    }

    /** The next request gets an answer without a text. */
    public FakeLlmServer empty() {
        return answer("");
    }

    /** The next request gets a status, with a body as an error has it. */
    public FakeLlmServer status(int status) {
        return next((exchange, protocol) -> send(exchange, status, "{\"error\": \"scripted\"}"));
    }

    /** The next request gets status 200 and a body that is whatever is given here. */
    public FakeLlmServer body(String body) {
        return next((exchange, protocol) -> send(exchange, 200, body));
    }

    /** The next request gets an answer whose end is missing: the connection closes in the middle of the body. */
    public FakeLlmServer truncated() {
        return next((exchange, protocol) -> {
            byte[] bytes = bytes(protocol.answer("una respuesta"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    /** The next request gets the headers and half a body, and then nothing until the server closes. */
    public FakeLlmServer stalled() {
        return next((exchange, protocol) -> {
            byte[] bytes = bytes(protocol.answer("una respuesta"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            closing.await();
            exchange.close();
        });
    }

    /** The next request gets nothing at all until the server closes. */
    public FakeLlmServer silent() {
        return next((exchange, protocol) -> {
            closing.await();
            exchange.close();
        });
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private FakeLlmServer next(Behaviour behaviour) {
        script.add(behaviour);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/api/tags")) {
            send(exchange, 200, Protocol.tags(installed));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(path, body, authorization(exchange)));
        Behaviour behaviour = script.poll();
        if (behaviour == null) {
            send(exchange, 501, "{\"error\": \"no script for this request\"}");
            return;
        }
        try {
            behaviour.respond(exchange, Protocol.of(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static String authorization(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String google = exchange.getRequestHeaders().getFirst("x-goog-api-key");
        return bearer != null ? bearer : google != null ? google : "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
