package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of the library: a mistake of the host, or an outage. What a student must not have is never an
 * exception but an {@link Outcome}.
 */
public abstract class ActiveIaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    /** Creates an exception with a message that follows the house form, and whether trying again later can help. */
    protected ActiveIaException(String message, boolean retriable, @Nullable Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** Returns whether the same call may succeed later without any change by the host. */
    public boolean retriable() {
        return retriable;
    }
}
