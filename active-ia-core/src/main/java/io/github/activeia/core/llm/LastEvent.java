package io.github.activeia.core.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.ContentFilteredException;
import java.io.IOException;

/** By what each protocol says that an answer is whole. */
enum LastEvent {
    /** Ollama: {@code "done": true}, with a stream and without. */
    DONE_IS_TRUE {
        @Override
        boolean ends(String data) {
            return done(data.getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
        }

        /** The client itself would take an answer that says {@code "done": false} for complete. */
        @Override
        void requireFinished(byte[] body) {
            if (!done(body, true)) {
                throw new UnfinishedAnswerException();
            }
        }
    },
    /** OpenAI, Mistral, and those like them. */
    DONE_IN_BRACKETS {
        @Override
        boolean ends(String data) {
            return data.strip().equals("[DONE]");
        }
    },
    /** Gemini: the last part has a reason why it is the last. */
    FINISH_REASON {
        @Override
        boolean ends(String data) {
            try {
                JsonNode event = JSON.readTree(data);
                refuseBlocked(event);
                return event.path("candidates").path(0).hasNonNull("finishReason");
            } catch (JsonProcessingException malformed) {
                return false;
            }
        }

        /** The client itself stumbles over an answer without any candidate. */
        @Override
        void requireFinished(byte[] body) {
            try {
                refuseBlocked(JSON.readTree(body));
            } catch (IOException malformed) {
                // The client reads the same body next, and reports it better.
            }
        }

        private static void refuseBlocked(JsonNode event) {
            if (event.path("promptFeedback").hasNonNull("blockReason")) {
                throw new ContentFilteredException("the prompt was blocked");
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns whether nothing has to come after an event; throws where the event itself is a refusal. */
    abstract boolean ends(String data);

    /** Refuses an answer without a stream that says itself that it is not whole, or none. */
    void requireFinished(byte[] body) {}

    /** What cannot be read is for the client to report, which does it better. */
    private static boolean done(byte[] body, boolean otherwise) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode done = json == null ? null : json.get("done");
            return done == null ? otherwise : done.asBoolean();
        } catch (IOException malformed) {
            return otherwise;
        }
    }
}
