package io.github.activeia.core.testing;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

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
            return Completions.document(draft, text, reason(draft));
        }

        @Override
        String opening() {
            return Completions.opening();
        }

        @Override
        String event(Draft draft, String text) {
            return Completions.event(text);
        }

        @Override
        List<String> end(Draft draft) {
            return withDone(draft, Completions.end("{}", reason(draft), ""));
        }

        /** Usage comes after the end of the text, in a chunk without choices, and only to whom asked for it. */
        @Override
        List<String> endWithUsage(Draft draft) {
            return withDone(draft, Completions.end("{}", reason(draft), ""), Completions.usageAlone(draft));
        }
    },
    MISTRAL("stop", "length", "content_filter") {
        @Override
        String document(Draft draft, String text) {
            return Completions.document(draft, text, reason(draft));
        }

        @Override
        String opening() {
            return Completions.opening();
        }

        @Override
        String event(Draft draft, String text) {
            return Completions.event(text);
        }

        /** Usage comes with the reason to finish. */
        @Override
        List<String> end(Draft draft) {
            String usage = Completions.usage(draft);
            return withDone(draft, Completions.end("{\"content\": \"\"}", reason(draft), usage));
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

    static List<String> withDone(Draft draft, String... events) {
        Stream<String> done = draft.finish == Finish.WITHOUT_DONE ? Stream.empty() : Stream.of("[DONE]");
        return Stream.concat(Stream.of(events), done).toList();
    }

    static String tags(List<String> models) {
        return models.stream()
                .map(model -> "{\"name\": \"" + model + "\", \"details\": {\"family\": \"\"}}")
                .collect(joining(", ", "{\"models\": [", "]}"));
    }
}
