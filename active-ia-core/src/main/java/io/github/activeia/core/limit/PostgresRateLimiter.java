package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Token buckets in PostgreSQL, for many nodes without Redis: together they let no more through than the limit. The time is that of the
 * database's clock, so those of the nodes may differ. A question costs one statement, which borrows a connection of the host's DataSource
 * and locks the rows of its buckets for as long as the statement runs; the questions of one course wait for each other there.
 *
 * <p>While the database does not answer within the time bound, the {@link FailPolicy} decides for each question, with at most
 * one warning a minute, until it answers again. The bound holds whatever timeouts the pool has: calls run on up to 8 threads of the
 * limiter, which {@link #close()} ends; a pool with fewer connections makes questions wait for each other. About once a minute a node
 * deletes the rows of buckets that are full, 500 at a time.
 *
 * <p>Trap: a DataSource that hands out the connection of a running transaction would hold the rows until its end. Thread-safe.
 *
 * <pre>{@code
 * PostgresRateLimiter limiter = PostgresRateLimiter.open(
 *         dataSource, SharedLimiterSettings.defaults(), Clock.systemUTC());
 * }</pre>
 */
public final class PostgresRateLimiter implements RateLimiter, AutoCloseable {
    private static final String TABLE = "active_ia_rate";

    private final OutageGuard guard;

    private PostgresRateLimiter(OutageGuard guard) {
        this.guard = guard;
    }

    /**
     * Uses the table {@code active_ia_rate} of the search path.
     *
     * @see #open(DataSource, String, SharedLimiterSettings, Clock)
     */
    public static PostgresRateLimiter open(DataSource connections, SharedLimiterSettings settings, Clock clock) {
        return open(connections, TABLE, settings, clock);
    }

    /**
     * Returns the statements that create a table where it is missing, for whoever does not let the library do it.
     *
     * @param table as in {@link #open(DataSource, String, SharedLimiterSettings, Clock)}
     * @throws ConfigurationException if the name is not one
     */
    public static String script(String table) {
        return PostgresBuckets.script(new SqlTable(table));
    }

    /**
     * Makes the table if it is missing, and checks that it can be used; only from then on is the server allowed to fail.
     *
     * @param connections of the host, which stay the host's to close
     * @param table {@code table} or {@code schema.table}, in lower-case letters, digits and {@code _}, at most 48 each
     * @param clock tells this node when to warn and to sweep, and counts while the database does not answer
     * @throws ConfigurationException if the server cannot be reached, is not PostgreSQL, or the table is not what it must be or
     *     may not be used
     */
    public static PostgresRateLimiter open(
            DataSource connections, String table, SharedLimiterSettings settings, Clock clock) {
        SqlTable checked = new SqlTable(table);
        PostgresBuckets buckets = new PostgresBuckets(connections, checked, settings);
        try {
            requirePostgres(connections);
            buckets.prepare(checked);
        } catch (SQLException failure) {
            throw new ConfigurationException(new Fault(
                    "the table of the rate limits",
                    "be usable in PostgreSQL",
                    "refused with SQLState " + failure.getSQLState(),
                    "check that the server answers, and create " + table + " with PostgresRateLimiter.script(…)"
                            + " and the rights to select, insert, update and delete"));
        }
        return new PostgresRateLimiter(new OutageGuard(buckets, settings, clock));
    }

    private static void requirePostgres(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
                throw new ConfigurationException(new Fault(
                        "dataSource", "lead to PostgreSQL", product, "use RedisRateLimiter or InMemoryRateLimiter"));
            }
        }
    }

    @Override
    public Optional<Duration> tryAcquire(Account account) {
        return guard.tryAcquire(account);
    }

    /** Ends its threads; what is asked afterwards is up to the policy. Closing twice is harmless. */
    @Override
    public void close() {
        guard.close();
    }
}
