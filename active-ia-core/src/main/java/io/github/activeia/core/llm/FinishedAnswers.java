package io.github.activeia.core.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;

/** Refuses an answer of Ollama that says {@code "done": false}; the client itself would take it for complete. */
final class FinishedAnswers implements HttpClientBuilder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClientBuilder builder;

    FinishedAnswers(HttpClientBuilder builder) {
        this.builder = builder;
    }

    @Override
    public Duration connectTimeout() {
        return builder.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        builder.connectTimeout(timeout);
        return this;
    }

    @Override
    public Duration readTimeout() {
        return builder.readTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        builder.readTimeout(timeout);
        return this;
    }

    @Override
    public HttpClient build() {
        return new Checked(builder.build());
    }

    private record Checked(HttpClient client) implements HttpClient {
        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            SuccessfulHttpResponse response = client.execute(request);
            if (unfinished(response.body())) {
                throw new UnfinishedAnswerException();
            }
            return response;
        }

        @Override
        public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
            client.execute(request, parser, listener);
        }

        private static boolean unfinished(String body) {
            try {
                JsonNode done = JSON.readTree(body).get("done");
                return done != null && !done.asBoolean();
            } catch (JsonProcessingException malformed) {
                // The client reads the same body next, and reports it better.
                return false;
            }
        }
    }
}
