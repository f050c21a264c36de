package io.github.activeia.core.cache;

import io.github.activeia.core.ActiveIaException;

/** A thread was interrupted while it waited for a value that another one was loading. The thread is still marked interrupted. */
public final class InterruptedLoadException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    InterruptedLoadException(CacheKey key, InterruptedException cause) {
        super(
                "wait for " + key + " must end by itself, but was interrupted — ask again if the value is still wanted",
                true,
                cause);
    }
}
