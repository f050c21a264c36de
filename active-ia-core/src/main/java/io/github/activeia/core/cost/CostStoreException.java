package io.github.activeia.core.cost;

import io.github.activeia.core.ActiveIaException;

/** A store of entries or counters that does not answer, or refuses. Trying again later may help. */
public final class CostStoreException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names the store and what it did, never whom it was about. */
    public CostStoreException(String message, Throwable cause) {
        super(message, true, cause);
    }
}
