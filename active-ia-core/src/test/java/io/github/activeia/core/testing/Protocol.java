package io.github.activeia.core.testing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.Collectors;

/** What a complete answer looks like, protocol by protocol. */
enum Protocol {
    OLLAMA(
            """
            {"model": "%s", "created_at": "2026-03-02T10:00:00Z", "message": {"role": "assistant", "content": "%s"},
             "done": true, "done_reason": "stop", "prompt_eval_count": 7, "eval_count": 11}
            """),
    OPEN_AI(
            """
            {"id": "chat-1", "object": "chat.completion", "created": 1772445600, "model": "%s",
             "choices": [{"index": 0, "message": {"role": "assistant", "content": "%s"}, "finish_reason": "stop"}],
             "usage": {"prompt_tokens": 7, "completion_tokens": 11, "total_tokens": 18}}
            """),
    GEMINI(
            """
            {"modelVersion": "%s", "responseId": "r-1",
             "candidates": [{"content": {"role": "model", "parts": [{"text": "%s"}]}, "finishReason": "STOP", "index": 0}],
             "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 11, "totalTokenCount": 18}}
            """);

    private final String template;

    Protocol(String template) {
        this.template = template;
    }

    /** Mistral's is OpenAI's. */
    static Protocol of(String path) {
        if (path.startsWith("/api/chat")) {
            return OLLAMA;
        }
        return path.contains(":generateContent") ? GEMINI : OPEN_AI;
    }

    String answer(String text) {
        return String.format(
                template,
                "fake-model",
                new String(JsonStringEncoder.getInstance().quoteAsString(text)));
    }

    static String tags(List<String> models) {
        return models.stream()
                .map(model -> "{\"name\": \"" + model + "\", \"details\": {\"family\": \"\"}}")
                .collect(Collectors.joining(", ", "{\"models\": [", "]}"));
    }
}
