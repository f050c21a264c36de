package io.github.activeia.core.testing;

/** What OpenAI and Mistral have in common. */
final class Completions {
    private static final String CHUNK =
            "{\"id\": \"chat-1\", \"object\": \"chat.completion.chunk\", \"created\": 1772445600,"
                    + " \"model\": \"fake-model\", \"choices\": [%s]%s}";

    private Completions() {}

    static String document(Draft draft, String text, String reason) {
        return """
                {"id": "chat-1", "object": "chat.completion", "created": 1772445600, "model": "fake-model", \
                "choices": [{"index": 0, "message": {"role": "assistant", "content": "%s"}, "finish_reason": %s}]%s}"""
                .formatted(text, draft.finish == Finish.MISSING ? "null" : quoted(reason), usage(draft));
    }

    static String opening() {
        return chunk("{\"role\": \"assistant\", \"content\": \"\"}", "null", "");
    }

    static String event(String text) {
        return chunk("{\"content\": " + quoted(text) + "}", "null", "");
    }

    static String end(String delta, String reason, String usage) {
        return chunk(delta, quoted(reason), usage);
    }

    static String usageAlone(Draft draft) {
        return CHUNK.formatted("", usage(draft));
    }

    static String usage(Draft draft) {
        return ", \"usage\": {\"prompt_tokens\": %d, \"completion_tokens\": %d, \"total_tokens\": %d}"
                .formatted(draft.inputTokens, draft.outputTokens, draft.inputTokens + draft.outputTokens);
    }

    private static String chunk(String delta, String reason, String usage) {
        return CHUNK.formatted("{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}".formatted(delta, reason), usage);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
