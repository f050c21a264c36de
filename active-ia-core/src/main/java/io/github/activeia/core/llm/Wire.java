package io.github.activeia.core.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP below one provider's client. The libraries' own cannot be cut before its first event, does not say when a stream
 * ends without its last event, and drops the header that says when to come back. A request occupies the thread that makes it
 * until the answer is whole, so that a client that is back has either answered or failed. Thread-safe.
 */
final class Wire implements HttpClientBuilder, HttpClient {
    /** A refusal is read for its words only, and need not have an end. */
    private static final int MOST_OF_A_REFUSAL = 65_536;

    private final java.net.http.HttpClient http;
    private final LastEvent lastEvent;
    private final Clock clock;
    private final Duration connectTimeout;
    private final Map<Thread, WireCall> calls = new ConcurrentHashMap<>();

    Wire(Timeouts timeouts, LastEvent lastEvent, Executor executor, Clock clock) {
        this.lastEvent = lastEvent;
        this.clock = clock;
        this.connectTimeout = timeouts.connect();
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .executor(executor)
                .build();
    }

    /** Runs a client; what it sends belongs to a call, and can be cut by it. */
    <T> T during(WireCall call, Callable<T> client) throws Exception {
        calls.put(Thread.currentThread(), call);
        try {
            return client.call();
        } finally {
            calls.remove(Thread.currentThread());
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray(), current());
        if (refused(response)) {
            throw Refusals.of(response.statusCode(), response.headers(), response.body(), clock);
        }
        lastEvent.requireFinished(response.body());
        return success(response).body(response.body()).build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        WireCall call = current();
        try {
            HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream(), call);
            call.connected(() -> close(response.body()));
            try (InputStream body = response.body()) {
                if (refused(response)) {
                    throw Refusals.of(
                            response.statusCode(), response.headers(), body.readNBytes(MOST_OF_A_REFUSAL), clock);
                }
                refusePage(response);
                listener.onOpen(success(response).build());
                WatchedEvents events = new WatchedEvents(listener, call, lastEvent);
                parser.parse(body, events);
                events.end();
            }
        } catch (IOException | RuntimeException failure) {
            listener.onError(failure);
        }
    }

    private WireCall current() {
        return Objects.requireNonNullElseGet(calls.get(Thread.currentThread()), () -> new WireCall(() -> {}));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, WireCall call) {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(translated(request), handler);
        call.connected(() -> answer.cancel(true));
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new WireException(failure.getCause());
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new WireException(stop);
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()))
                .build();
    }

    /** A page for people, of a proxy for example, has no events, and would look like an answer that was cut. */
    private static void refusePage(HttpResponse<?> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            throw new MalformedAnswerException(new IOException("a page in place of a stream"));
        }
    }

    private static boolean refused(HttpResponse<?> response) {
        return response.statusCode() < 200 || response.statusCode() >= 300;
    }

    private static SuccessfulHttpResponse.Builder success(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map());
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // The connection is cut either way.
        }
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** The chain's settings hold, whatever a client would set. */
    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    /** The watchdog bounds the whole answer; this would bound its headers only. */
    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
