package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's connections. Each is borrowed for one call and given back; each transaction names its course, so that the policies of
 * the tables let nothing else through. Thread-safe.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Names the course and what else holds for a transaction. Starting workers, or compiling, takes longer than a search does. */
    private static final String NAMED = "SELECT set_config('activeia.course', ?, true),"
            + " set_config('statement_timeout', ?, true), set_config('hnsw.ef_search', ?, true),"
            + " set_config('ivfflat.probes', ?, true), set_config('max_parallel_workers_per_gather', '0', true),"
            + " set_config('jit', 'off', true);";

    private static final int SETTINGS = 4;

    private final DataSource connections;
    private final PgVectorSettings settings;
    private final Tables tables;
    private final RunningStatements running = new RunningStatements();
    private volatile boolean closed;

    Database(DataSource connections, PgVectorSettings settings, Tables tables) {
        this.connections = connections;
        this.settings = settings;
        this.tables = tables;
    }

    /** Fills in the values of a statement; the first of them has the number that is given. */
    @FunctionalInterface
    interface Values {
        void set(PreparedStatement statement, int first) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does several things in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    PgVectorSettings settings() {
        return settings;
    }

    Tables tables() {
        return tables;
    }

    /**
     * Runs one query for a course, in one round trip: the transaction begins and ends in the same message. Without its beginning the
     * driver would sometimes divide the message, and what was set would be gone before the query.
     */
    <T> List<T> query(CourseId course, String sql, Values values, Row<T> row) {
        requireOpen();
        try (Connection connection = borrow()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            String all = "BEGIN;" + NAMED + tables.sql(sql) + ";COMMIT";
            try (PreparedStatement statement = connection.prepareStatement(all)) {
                name(statement, course, settings.statementTimeout());
                values.set(statement, SETTINGS + 1);
                List<T> rows = rows(statement, row);
                connection.setAutoCommit(before);
                return rows;
            } catch (SQLException | RuntimeException | Error e) {
                end(connection, before);
                throw e;
            }
        } catch (SQLException e) {
            throw PgFailure.of(e, closed);
        }
    }

    /** Runs several statements for a course; all of them hold, or none. */
    <T> T transaction(CourseId course, Work<T> work) {
        return administration(transaction -> {
            begin(transaction, course);
            return work.in(transaction);
        });
    }

    /** Runs what belongs to no course: the schema, indexes, figures of the server. */
    <T> T administration(Work<T> work) {
        requireOpen();
        try (Connection connection = borrow()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Transaction(connection, tables, running));
                connection.commit();
                connection.setAutoCommit(before);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, before);
                throw e;
            }
        } catch (SQLException e) {
            throw PgFailure.of(e, closed);
        }
    }

    /** Refuses what comes now, and cancels what runs. */
    void close() {
        closed = true;
        running.cancel();
    }

    private Connection borrow() {
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            throw PgFailure.noConnection(e, closed);
        }
    }

    /** What failed is what the caller must hear of, even if the connection is gone as well. */
    private static void undo(Connection connection, boolean autoCommit) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.debug("a transaction could not be rolled back; its connection is gone, and the transaction with it");
        }
    }

    private static void end(Connection connection, boolean autoCommit) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.debug("a query could not be rolled back; its connection is gone, and the query with it");
        }
    }

    private void begin(Transaction transaction, CourseId course) throws SQLException {
        transaction.query(NAMED, (statement, first) -> name(statement, course, settings.writeTimeout()), row -> true);
    }

    private void name(PreparedStatement statement, CourseId course, Duration timeout) throws SQLException {
        int walk = settings.walk();
        statement.setString(1, course.value());
        statement.setString(2, Long.toString(timeout.toMillis()));
        statement.setString(3, Integer.toString(walk));
        statement.setString(4, Integer.toString(Math.max(1, walk / 5)));
    }

    private <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        running.during(statement::cancel, statement::execute);
        statement.getMoreResults();
        statement.getMoreResults();
        try (ResultSet results = statement.getResultSet()) {
            while (results.next()) {
                rows.add(row.read(results));
            }
        }
        return rows;
    }

    private void requireOpen() {
        if (closed) {
            throw new KnowledgeStoreException("the store is closed — keep it open while it is in use", false, null);
        }
    }
}
