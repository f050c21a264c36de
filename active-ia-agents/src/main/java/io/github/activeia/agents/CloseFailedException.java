package io.github.activeia.agents;

import io.github.activeia.core.ActiveIaException;

/** The course that {@code embedded} opened could not be closed cleanly. */
public final class CloseFailedException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    CloseFailedException(Exception cause) {
        super(
                "embedded course must close, but was left open by "
                        + cause.getClass().getName() + " — see the cause; its files are safe to open again",
                true,
                cause);
    }
}
