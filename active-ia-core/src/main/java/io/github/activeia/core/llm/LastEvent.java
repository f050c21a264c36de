package io.github.activeia.core.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.ContentFilteredException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * By what each protocol says that an answer is whole. What the clients pass over in silence is an error here: an event that cannot
 * be read, an error in the place of an event, a prompt that was blocked.
 */
enum LastEvent {
    /** Ollama: {@code "done": true}, with a stream and without. */
    DONE_IS_TRUE {
        @Override
        boolean isLast(JsonNode event) {
            return event.path("done").asBoolean();
        }

        /** The client itself would take an answer that says {@code "done": false} for complete. */
        @Override
        void requireFinished(byte[] body) {
            JsonNode answer = read(body);
            if (answer != null && answer.has("done") && !isLast(answer)) {
                throw new UnfinishedAnswerException();
            }
        }
    },
    /** OpenAI, Mistral, and those like them. */
    DONE_IN_BRACKETS {
        @Override
        boolean ends(String data) {
            return data.strip().equals("[DONE]") || super.ends(data);
        }

        @Override
        boolean isLast(JsonNode event) {
            return false;
        }
    },
    /** Gemini: the last part has a reason why it is the last. */
    FINISH_REASON {
        @Override
        boolean isLast(JsonNode event) {
            refuseBlocked(event);
            return event.path("candidates").path(0).hasNonNull("finishReason");
        }

        /** The client itself stumbles over an answer without any candidate. */
        @Override
        void requireFinished(byte[] body) {
            JsonNode answer = read(body);
            if (answer != null) {
                refuseBlocked(answer);
            }
        }

        private static void refuseBlocked(JsonNode event) {
            if (event.path("promptFeedback").hasNonNull("blockReason")) {
                throw new ContentFilteredException("the prompt was blocked");
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Returns whether nothing has to come after an event.
     *
     * @throws RuntimeException if the event is no part of an answer
     */
    boolean ends(String data) {
        JsonNode event;
        try {
            event = JSON.readTree(data);
        } catch (JsonProcessingException unreadable) {
            throw new MalformedAnswerException(unreadable);
        }
        if (event.hasNonNull("error") || event.path("object").asText().equals("error")) {
            throw new StreamErrorException();
        }
        return isLast(event);
    }

    abstract boolean isLast(JsonNode event);

    /** Refuses an answer without a stream that says itself that it is not whole, or none. */
    void requireFinished(byte[] body) {}

    /** What cannot be read is for the client to report, which does it better. */
    private static @Nullable JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            return null;
        }
    }
}
