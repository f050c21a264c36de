package io.github.activeia.rag.embedding;

import io.github.activeia.core.ActiveIaException;

/** The embedding model did not answer, or answered with something that is not a vector. The text is never part of the message. */
public final class EmbeddingException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    EmbeddingException(String modelId, String failure, boolean retriable, Throwable cause) {
        super(message(modelId, failure, retriable), retriable, cause);
    }

    EmbeddingException(String modelId, String failure) {
        super(message(modelId, failure, false), false, null);
    }

    private static String message(String modelId, String failure, boolean retriable) {
        return "embedding model must return one vector for each text, but " + modelId + " " + failure + " — "
                + (retriable ? "check that it is up, and try again" : "check its configuration");
    }
}
