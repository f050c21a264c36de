package io.github.activeia.rag.parsing;

import io.github.activeia.core.ActiveIaException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read; the message says why, and what its author can do. */
public final class UnreadableDocumentException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception: {@code <reason> — <remedy>}. */
    public UnreadableDocumentException(String reason, String remedy, @Nullable Throwable cause) {
        super(reason + " — " + remedy, false, cause);
    }
}
