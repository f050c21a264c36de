package io.github.activeia.agents.session;

import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * States in PostgreSQL, shared by all nodes. A change is compared and set by a version: of two at the same time the second is applied
 * again to what the first made, so none is lost.
 *
 * <pre>{@code
 * PostgresSessionStore sessions = PostgresSessionStore.of(dataSource);
 * sessions.createTable();                    // or run script() with the host's own migrations
 * }</pre>
 *
 * <p>Every update throws a retriable {@link io.github.activeia.core.ActiveIaException} where the database does not answer, and where
 * one state is changed by others a thousand times in a row; nothing goes on in memory. The gateway logs that, and treats the student
 * as new. The host owns the source of connections and closes it, and bounds how long one is waited for: a question asks some eight
 * times, so in an outage a second of waiting costs the student eight. Call {@link #deleteExpired()}
 * now and then, once a day for example. Thread-safe.
 */
public final class PostgresSessionStore implements StateStore {
    private static final int TRIES = 1_000;
    private static final String SERIALIZATION_FAILURE = "40001";

    private static final String READ = "select version, state from ${table} where key = ?";
    private static final String INSERT = "insert into ${table} (state, expires_at, version, key) values (?, ?, ?, ?)"
            + " on conflict (key) do nothing";
    private static final String UPDATE =
            "update ${table} set state = ?, expires_at = ?, version = version + 1 where version = ? and key = ?";
    private static final String SWEEP = "delete from ${table} where expires_at <= ?";

    private final DataSource connections;
    private final PostgresSessionSettings settings;
    private final SqlTable table;

    private static final class Row {
        private static final Row NONE = new Row(0, null);

        private final long version;
        private final byte @Nullable [] state;

        private Row(long version, byte @Nullable [] state) {
            this.version = version;
            this.state = state;
        }
    }

    private PostgresSessionStore(DataSource connections, PostgresSessionSettings settings) {
        this.connections = connections;
        this.settings = settings;
        this.table = new SqlTable(settings.table());
    }

    /** Returns a store with the {@link PostgresSessionSettings#defaults() default settings}. Nothing is contacted yet. */
    public static PostgresSessionStore of(DataSource connections) {
        return of(connections, PostgresSessionSettings.defaults());
    }

    /** Returns a store. Nothing is contacted yet. */
    public static PostgresSessionStore of(DataSource connections, PostgresSessionSettings settings) {
        return new PostgresSessionStore(connections, settings);
    }

    /** Returns the SQL that creates the table and its index where they are missing. */
    public String script() {
        return table.script(PostgresSessionStore.class, "state.sql");
    }

    /**
     * Creates the table and its index where they are missing; the user must be allowed to.
     *
     * @throws io.github.activeia.core.ActiveIaException that is retriable, if that fails
     */
    public void createTable() {
        try {
            table.create(connections, script());
        } catch (SQLException failure) {
            throw new StateOutage(failure);
        }
    }

    /**
     * Deletes the states whose time is over.
     *
     * @return how many there were
     * @throws io.github.activeia.core.ActiveIaException that is retriable, if that fails
     */
    public long deleteExpired() {
        return connected(connection -> {
            try (PreparedStatement delete = prepare(connection, SWEEP)) {
                delete.setTimestamp(1, Timestamp.from(settings.clock().instant()));
                return delete.executeLargeUpdate();
            }
        });
    }

    @Override
    public <T> T update(StateKey<T> key, UnaryOperator<T> change) {
        SharedState<T> state = SharedState.of("", key);
        return connected(connection -> {
            for (int i = 0; i < TRIES; i++) {
                Instant now = settings.clock().instant();
                Row row = read(connection, state.name());
                T before = state.read(row.state, now);
                T after = change.apply(before);
                if (after.equals(before)
                        || isWritten(connection, state.name(), row, state.write(after, until(now)), until(now))) {
                    return after;
                }
            }
            throw new ContendedStateException(TRIES);
        });
    }

    @Override
    public String toString() {
        return "PostgresSessionStore[" + table.name() + "]";
    }

    private Instant until(Instant now) {
        return now.plus(settings.timeToLive());
    }

    private Row read(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = prepare(connection, READ)) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Row(rows.getLong(1), rows.getBytes(2)) : Row.NONE;
            }
        }
    }

    /** Writes a state if the row is still the one that was read, and returns whether it was. */
    private boolean isWritten(Connection connection, String key, Row read, byte[] bytes, Instant until)
            throws SQLException {
        boolean first = read.state == null;
        try (PreparedStatement write = prepare(connection, first ? INSERT : UPDATE)) {
            write.setBytes(1, bytes);
            write.setTimestamp(2, Timestamp.from(until));
            write.setLong(3, first ? 1 : read.version);
            write.setString(4, key);
            return write.executeUpdate() == 1;
        } catch (SQLException failure) {
            // Where the host's connections are stricter than "read committed", losing a race is a failure.
            if (SERIALIZATION_FAILURE.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(table.sql(sql));
        statement.setQueryTimeout((int) settings.timeout().toSeconds());
        return statement;
    }

    /** Does something over one connection. */
    @FunctionalInterface
    private interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    /** Each statement is a transaction of its own: what others wrote between two of them must be seen. */
    private <T> T connected(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                return work.over(connection);
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException failure) {
            throw new StateOutage(failure);
        }
    }
}
