package io.github.activeia.core.cache;

import io.github.activeia.core.store.SqlTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * In a table of PostgreSQL: for who runs no Redis, and for what is worth keeping for long. Behind a {@link GuardedCache}, so that a
 * database that is slow or down costs at most the time limit. Values expire by the clock of the database; each node removes
 * expired ones, a few at a time, while it writes. Thread-safe.
 *
 * <p>The table is made by {@link #createTable}, or by the host's migrations from {@link #script}.
 */
public final class PostgresCache implements Cache, AutoCloseable {
    private static final String TABLE = "active_ia_cache";

    private final GuardedCache guard;

    private PostgresCache(GuardedCache guard) {
        this.guard = guard;
    }

    /**
     * Uses the table {@code active_ia_cache} of the search path, with the default limits.
     *
     * @see #over(DataSource, String, GuardSettings)
     */
    public static PostgresCache over(DataSource connections) {
        return over(connections, TABLE, GuardSettings.defaults());
    }

    /**
     * Uses a table. Nothing is contacted before the first call; a table that is missing is a warning and no cache.
     *
     * @param connections the host's, pooled; at most as many as the settings' concurrent calls are in use at a time
     * @param table {@code table} or {@code schema.table}, in lower-case letters, digits and {@code _}, at most 48 each
     * @param settings the limits
     * @throws io.github.activeia.core.ConfigurationException if the name is not one
     */
    public static PostgresCache over(DataSource connections, String table, GuardSettings settings) {
        Cache store = new PostgresStore(connections, new SqlTable(table));
        return new PostgresCache(GuardedCache.of("postgres", store, settings));
    }

    /**
     * Returns the SQL that creates a table and its index where they are missing.
     *
     * @param table as in {@link #over(DataSource, String, GuardSettings)}
     * @throws io.github.activeia.core.ConfigurationException if the name is not one
     */
    public static String script(String table) {
        return new SqlTable(table).script(PostgresCache.class, "active_ia_cache.sql");
    }

    /**
     * Creates a table and its index, unless they are there. Nodes that do so at the same time wait for each other.
     *
     * @param connections of a user that may create tables
     * @param table as in {@link #over(DataSource, String, GuardSettings)}; its schema must exist
     * @throws io.github.activeia.core.ConfigurationException if the name is not one
     * @throws CacheTableException if the database refused
     */
    public static void createTable(DataSource connections, String table) {
        try {
            new SqlTable(table).create(connections, script(table));
        } catch (SQLException failure) {
            throw new CacheTableException(table, failure);
        }
    }

    /** Returns whether the database is in use; false while it is left alone because it did not answer. */
    public boolean available() {
        return guard.available();
    }

    /** Returns whether the database accepts values; false while writing is left alone. */
    public boolean writable() {
        return guard.writable();
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        return guard.get(key);
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        guard.put(key, value, timeToLive);
    }

    @Override
    public void remove(CacheKey key) {
        guard.remove(key);
    }

    /** Ends the threads; the host's connections stay. */
    @Override
    public void close() {
        guard.close();
    }

    @Override
    public String toString() {
        return "PostgresCache";
    }
}
