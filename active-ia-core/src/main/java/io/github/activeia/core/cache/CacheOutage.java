package io.github.activeia.core.cache;

import io.github.activeia.core.ActiveIaException;
import java.sql.SQLException;

/** What a store throws to its guard, and to nobody else. */
final class CacheOutage extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    CacheOutage(SQLException cause) {
        super("the database of a cache must answer, but failed — see the cause", true, cause);
    }
}
