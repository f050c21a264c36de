package io.github.activeia.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a request decides about its answer, as at the real servers.
 *
 * @param streamed Gemini is told by the path, the others by {@code stream}, which is on at Ollama when nothing is said
 * @param usage whether OpenAI was asked to count tokens in a stream
 */
record Chat(Protocol protocol, boolean streamed, boolean usage) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Chat of(String path, String body) {
        if (path.contains(":streamGenerateContent")) {
            return new Chat(Protocol.GEMINI, true, true);
        }
        if (path.contains(":generateContent")) {
            return new Chat(Protocol.GEMINI, false, true);
        }
        JsonNode json = parsed(body);
        boolean ollama = path.startsWith("/api/");
        boolean streamed = json.path("stream").asBoolean(ollama);
        boolean usage = json.path("stream_options").path("include_usage").asBoolean();
        return new Chat(ollama ? Protocol.OLLAMA : openAiOrMistral(json), streamed, usage);
    }

    /** Both have the same path. All models of Mistral, and only they, have this in their names. */
    private static Protocol openAiOrMistral(JsonNode json) {
        return json.path("model").asText().contains("stral") ? Protocol.MISTRAL : Protocol.OPEN_AI;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
