package io.github.activeia.core.privacy;

import io.github.activeia.core.ActiveIaException;

/** A store of salts that does not answer, or refuses. Trying again later may help. */
public final class SaltStoreException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names the store and what it did, never whom it was about. */
    public SaltStoreException(String message, Throwable cause) {
        super(message, true, cause);
    }
}
