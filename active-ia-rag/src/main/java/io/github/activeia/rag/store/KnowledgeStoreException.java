package io.github.activeia.rag.store;

import io.github.activeia.core.ActiveIaException;
import org.jspecify.annotations.Nullable;

/** A store that cannot be read or written: a disk, a connection, or a store that was closed. */
public final class KnowledgeStoreException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message must hold no text of a student and no secret. */
    public KnowledgeStoreException(String message, boolean retriable, @Nullable Throwable cause) {
        super(message, retriable, cause);
    }
}
