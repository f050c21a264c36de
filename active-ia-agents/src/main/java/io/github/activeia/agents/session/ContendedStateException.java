package io.github.activeia.agents.session;

import io.github.activeia.core.ActiveIaException;

/** A state was changed by others each time it was about to be changed. */
final class ContendedStateException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    ContendedStateException(int tries) {
        super(
                "a state must be changed by few at a time, but was changed by others " + tries + " times — ask again",
                true,
                null);
    }
}
