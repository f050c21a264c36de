package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers and refusals look like, in the words of each provider. */
class FakeLlmServerWireTest {
    private static final String OLLAMA = "/api/chat";
    private static final String OPEN_AI = "/v1/chat/completions";
    private static final String GEMINI = "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse";
    private static final String STREAM = "{\"model\": \"m\", \"stream\": true}";
    private static final String DOCUMENT = "{\"model\": \"m\", \"stream\": false}";
    private static final FakeReply THREE = FakeReply.answer("una cola circular");

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ollama_streams_when_nothing_is_said_of_it() throws Exception {
        server.next(THREE);

        HttpResponse<String> response = send(OLLAMA, "{\"model\": \"phi3\"}");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(response.body().lines()).hasSize(4).last().asString().contains("\"done\": true", "eval_count");
    }

    @Test
    void openai_counts_in_a_last_chunk_without_choices_when_it_is_asked_to() throws Exception {
        server.always(THREE);

        List<String> asked = events(
                send(OPEN_AI, "{\"model\": \"m\", \"stream\": true, \"stream_options\": {\"include_usage\": true}}"));
        List<String> silent = events(send(OPEN_AI, STREAM));

        assertThat(asked).hasSize(7).last().isEqualTo("data: [DONE]");
        assertThat(asked.get(5)).contains("\"choices\": []", "\"total_tokens\": 18");
        assertThat(asked.get(4)).contains("\"finish_reason\": \"stop\"").doesNotContain("usage");
        assertThat(silent).hasSize(6).noneMatch(event -> event.contains("usage"));
    }

    @Test
    void mistral_counts_in_the_chunk_that_finishes_when_it_streams() throws Exception {
        server.next(THREE);

        List<String> events = events(send(OPEN_AI, "{\"model\": \"mistral-small-latest\", \"stream\": true}"));

        assertThat(events).hasSize(6).last().isEqualTo("data: [DONE]");
        assertThat(events.get(4)).contains("\"finish_reason\": \"stop\"", "\"total_tokens\": 18");
    }

    @Test
    void gemini_ends_without_a_mark_when_it_streams() throws Exception {
        server.next(THREE);

        List<String> events = events(send(GEMINI, "{}"));

        assertThat(events).hasSize(4).last().asString().contains("\"finishReason\": \"STOP\"", "usageMetadata");
        assertThat(events.get(0)).contains("una ").doesNotContain("finishReason");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, 404, model 'fake-model' not found",
        "/v1/chat/completions, 401, invalid_api_key",
        "/v1/chat/completions, 503, overloaded",
        "/v1beta/models/m:generateContent, 429, RESOURCE_EXHAUSTED",
        "/v1beta/models/m:generateContent, 403, PERMISSION_DENIED",
        "/api/chat, 413, too large",
        "/v1/chat/completions, 408, timed out"
    })
    void error_is_in_the_words_of_the_provider_when_it_refuses(String path, int status, String words) throws Exception {
        server.next(FakeReply.status(status));

        HttpResponse<String> response = send(path, DOCUMENT);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).containsIgnoringCase(words);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, m, exceeds the context length",
        "/v1/chat/completions, m, context_length_exceeded",
        "/v1/chat/completions, mistral-small, too large for model",
        "/v1beta/models/m:generateContent, m, exceeds the maximum number of tokens"
    })
    void overflow_is_in_the_words_of_the_provider_when_the_prompt_is_too_long(String path, String model, String words)
            throws Exception {
        server.next(FakeReply.contextOverflow());

        HttpResponse<String> response = send(path, "{\"model\": \"" + model + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(words);
    }

    @Test
    void status_is_the_one_of_the_provider_when_key_or_model_are_wrong() throws Exception {
        server.next(FakeReply.badKey(), FakeReply.badKey(), FakeReply.unknownModel(), FakeReply.unknownModel());

        HttpResponse<String> gemini = send(GEMINI, "{}");
        HttpResponse<String> openAi = send(OPEN_AI, DOCUMENT);
        HttpResponse<String> mistral = send(OPEN_AI, "{\"model\": \"ministral-3b\"}");
        HttpResponse<String> ollama = send(OLLAMA, DOCUMENT);

        assertThat(List.of(gemini.statusCode(), openAi.statusCode(), mistral.statusCode(), ollama.statusCode()))
                .containsExactly(400, 401, 400, 404);
        assertThat(gemini.body()).contains("API key not valid");
        assertThat(mistral.body()).contains("invalid_model");
    }

    @Test
    void limit_says_when_to_try_again_when_it_is_told_to() throws Exception {
        server.next(
                FakeReply.status(429).retryAfter(Duration.ofSeconds(7)),
                FakeReply.status(429).retryAt(Instant.parse("2026-03-02T10:00:00Z")),
                FakeReply.status(429),
                FakeReply.status(429).retryAfter(Duration.ofSeconds(9)));

        assertThat(send(OPEN_AI, DOCUMENT).headers().firstValue("Retry-After")).contains("7");
        assertThat(send(OPEN_AI, DOCUMENT).headers().firstValue("Retry-After"))
                .contains("Mon, 02 Mar 2026 10:00:00 GMT");
        assertThat(send(OPEN_AI, DOCUMENT).headers().firstValue("Retry-After")).isEmpty();
        assertThat(send(GEMINI, "{}").body()).contains("\"retryDelay\": \"9s\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, '\"done\": true'",
        "/v1/chat/completions, '\"finish_reason\": \"'",
        "/v1/chat/completions, [DONE]",
        "/v1beta/models/m:streamGenerateContent?alt=sse, finishReason"
    })
    void body_is_whole_but_without_its_mark_when_the_end_is_missing(String path, String mark) throws Exception {
        server.next(THREE.ending(Finish.MISSING));

        HttpResponse<String> response = send(path, STREAM);

        assertThat(response.body()).contains("circular").doesNotContain(mark);
    }

    @Test
    void only_the_last_line_is_missing_when_done_is_left_out() throws Exception {
        server.next(THREE.ending(Finish.WITHOUT_DONE));

        HttpResponse<String> response = send(OPEN_AI, STREAM);

        assertThat(response.body()).contains("\"finish_reason\": \"stop\"").doesNotContain("[DONE]");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, '{\"error\": \"llama runner'",
        "/v1/chat/completions, 'data: {\"error\": {\"message\"'",
        "/v1beta/models/m:streamGenerateContent?alt=sse, 'data: {\"error\": {\"code\": 500'"
    })
    void error_comes_in_the_stream_when_it_fails_in_the_middle(String path, String error) throws Exception {
        server.next(THREE.errorAfter(2));

        HttpResponse<String> response = send(path, STREAM);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("cola").contains(error).doesNotContain("circular", "[DONE]");
    }

    @Test
    void one_line_is_no_json_when_it_is_garbled() throws Exception {
        server.next(THREE.garbled(2));

        List<String> lines = send(OLLAMA, STREAM).body().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("{").doesNotEndWith("}");
        assertThat(lines.get(2)).endsWith("}").contains("circular");
    }

    @Test
    void page_comes_with_status_200_when_a_proxy_answers() throws Exception {
        server.next(FakeReply.html());

        HttpResponse<String> response = send(OPEN_AI, STREAM);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void gemini_names_its_reasons_when_it_filters() throws Exception {
        server.next(
                FakeReply.answer("").ending(Finish.FILTERED),
                FakeReply.answer("").ending(Finish.BLOCKED));

        String filtered = send(GEMINI, "{}").body();
        String blocked = send(GEMINI, "{}").body();

        assertThat(filtered).contains("\"finishReason\": \"SAFETY\"").doesNotContain("parts");
        assertThat(blocked).contains("\"blockReason\": \"PROHIBITED_CONTENT\"").doesNotContain("candidates\"");
    }

    private static List<String> events(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        return List.of(response.body().split("\n\n", -1)).stream()
                .filter(event -> !event.isEmpty())
                .toList();
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        return RawClient.exchange(server.url() + path, body);
    }
}
