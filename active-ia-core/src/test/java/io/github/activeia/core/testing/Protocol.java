package io.github.activeia.core.testing;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What answers look like, protocol by protocol: in one document, and event by event. */
enum Protocol {
    OLLAMA("stop", "length", "stop") {
        @Override
        String document(Draft draft, String text) {
            return ollama(text, done(draft), draft);
        }

        @Override
        String event(Draft draft, String text) {
            return ollama(text, false, draft);
        }

        @Override
        List<String> end(Draft draft) {
            return List.of(ollama("", true, draft));
        }

        private boolean done(Draft draft) {
            return draft.finish != Finish.MISSING;
        }

        private String ollama(String text, boolean done, Draft draft) {
            String counts =
                    ", \"done_reason\": \"%s\", \"total_duration\": 9000000, \"prompt_eval_count\": %d, \"eval_count\": %d"
                            .formatted(reason(draft), draft.inputTokens, draft.outputTokens);
            return """
                    {"model": "fake-model", "created_at": "2026-03-02T10:00:00Z", \
                    "message": {"role": "assistant", "content": "%s"}, "done": %s%s}"""
                    .formatted(text, done, done ? counts : "");
        }

        @Override
        String line(String json) {
            return json + "\n";
        }

        @Override
        String contentType() {
            return "application/x-ndjson";
        }
    },
    OPEN_AI("stop", "length", "content_filter") {
        @Override
        String document(Draft draft, String text) {
            return completion(draft, text);
        }

        @Override
        String event(Draft draft, String text) {
            return chunk("{\"content\": \"" + text + "\"}", "null", "");
        }

        @Override
        String opening() {
            return chunk("{\"role\": \"assistant\", \"content\": \"\"}", "null", "");
        }

        @Override
        List<String> end(Draft draft) {
            String last = chunk("{}", "\"" + reason(draft) + "\"", "");
            return draft.finish == Finish.WITHOUT_DONE ? List.of(last) : List.of(last, DONE);
        }

        /** Usage comes after the end of the text, in a chunk without choices, and only to whom asked for it. */
        @Override
        List<String> endWithUsage(Draft draft) {
            String counts = CHUNK.formatted("", usage(draft));
            return draft.finish == Finish.WITHOUT_DONE
                    ? List.of(end(draft).get(0), counts)
                    : List.of(end(draft).get(0), counts, DONE);
        }
    },
    MISTRAL("stop", "length", "content_filter") {
        @Override
        String document(Draft draft, String text) {
            return completion(draft, text);
        }

        @Override
        String event(Draft draft, String text) {
            return OPEN_AI.event(draft, text);
        }

        @Override
        String opening() {
            return OPEN_AI.opening();
        }

        /** Usage comes with the reason to finish. */
        @Override
        List<String> end(Draft draft) {
            String last = chunk("{\"content\": \"\"}", "\"" + reason(draft) + "\"", usage(draft));
            return draft.finish == Finish.WITHOUT_DONE ? List.of(last) : List.of(last, DONE);
        }
    },
    GEMINI("STOP", "MAX_TOKENS", "SAFETY") {
        @Override
        String document(Draft draft, String text) {
            if (draft.finish == Finish.BLOCKED) {
                return blocked(draft);
            }
            boolean none = draft.finish == Finish.FILTERED && text.isEmpty();
            return response(none ? "" : content(text), draft.finish != Finish.MISSING, draft);
        }

        @Override
        String event(Draft draft, String text) {
            return response(content(text), false, draft);
        }

        @Override
        List<String> end(Draft draft) {
            if (draft.finish == Finish.BLOCKED) {
                return List.of(blocked(draft));
            }
            return List.of(response(draft.finish == Finish.FILTERED ? "" : content(""), true, draft));
        }

        private String content(String text) {
            return "\"content\": {\"role\": \"model\", \"parts\": [{\"text\": \"" + text + "\"}]}, ";
        }

        private String response(String content, boolean end, Draft draft) {
            return "{\"candidates\": [{%s%s\"index\": 0}], %s"
                    .formatted(content, end ? "\"finishReason\": \"" + reason(draft) + "\", " : "", tail(draft));
        }

        private String blocked(Draft draft) {
            return "{\"promptFeedback\": {\"blockReason\": \"PROHIBITED_CONTENT\"}, " + tail(draft);
        }

        private String tail(Draft draft) {
            return """
                    "usageMetadata": {"promptTokenCount": %d, "candidatesTokenCount": %d, "totalTokenCount": %d}, \
                    "modelVersion": "fake-model", "responseId": "r-1"}"""
                    .formatted(draft.inputTokens, draft.outputTokens, draft.inputTokens + draft.outputTokens);
        }
    };

    static final String DONE = "[DONE]";

    private static final String CHUNK =
            "{\"id\": \"chat-1\", \"object\": \"chat.completion.chunk\", \"created\": 1772445600,"
                    + " \"model\": \"fake-model\", \"choices\": [%s]%s}";

    private final String stop;
    private final String length;
    private final String filter;

    Protocol(String stop, String length, String filter) {
        this.stop = stop;
        this.length = length;
        this.filter = filter;
    }

    /** The whole answer; the text is quoted already. */
    abstract String document(Draft draft, String text);

    /** The event of one piece; the text is quoted already. */
    abstract String event(Draft draft, String text);

    /** The events after the last piece. */
    abstract List<String> end(Draft draft);

    List<String> endWithUsage(Draft draft) {
        return end(draft);
    }

    /** The event before the first piece, or an empty text. */
    String opening() {
        return "";
    }

    String line(String json) {
        return "data: " + json + "\n\n";
    }

    String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    String reason(Draft draft) {
        return switch (draft.finish) {
            case LENGTH -> length;
            case FILTERED, BLOCKED -> filter;
            default -> stop;
        };
    }

    String completion(Draft draft, String text) {
        String reason = draft.finish == Finish.MISSING ? "null" : "\"" + reason(draft) + "\"";
        return """
                {"id": "chat-1", "object": "chat.completion", "created": 1772445600, "model": "fake-model", \
                "choices": [{"index": 0, "message": {"role": "assistant", "content": "%s"}, "finish_reason": %s}]%s}"""
                .formatted(text, reason, usage(draft));
    }

    static String chunk(String delta, String reason, String usage) {
        String choice = "{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}".formatted(delta, reason);
        return CHUNK.formatted(choice, usage);
    }

    static String usage(Draft draft) {
        return ", \"usage\": {\"prompt_tokens\": %d, \"completion_tokens\": %d, \"total_tokens\": %d}"
                .formatted(draft.inputTokens, draft.outputTokens, draft.inputTokens + draft.outputTokens);
    }

    static String tags(List<String> models) {
        return models.stream()
                .map(model -> "{\"name\": \"" + model + "\", \"details\": {\"family\": \"\"}}")
                .collect(joining(", ", "{\"models\": [", "]}"));
    }
}
