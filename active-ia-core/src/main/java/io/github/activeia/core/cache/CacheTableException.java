package io.github.activeia.core.cache;

import io.github.activeia.core.ActiveIaException;

/** The table of a {@link PostgresCache} could not be created. */
public final class CacheTableException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    CacheTableException(String table, Throwable cause) {
        super(
                "cache table " + table
                        + " must be created, but the database refused — see the cause; have a user create it"
                        + " who may, with PostgresCache.script(…)",
                false,
                cause);
    }
}
