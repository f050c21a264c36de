package io.github.activeia.core.cache;

import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The table as it is: slow when the database is slow, and throwing. Thread-safe. */
final class PostgresStore implements Cache {
    private static final int QUERY_SECONDS = 1; // the shortest that JDBC has; ends what a caller no longer waits for
    private static final int WRITES_PER_SWEEP = 16;
    private static final int ROWS_PER_SWEEP = 64;

    private final DataSource connections;
    private final AtomicInteger writes = new AtomicInteger();
    private final String select;
    private final String upsert;
    private final String delete;
    private final String sweep;

    @FunctionalInterface
    private interface Work<T> {
        T in(PreparedStatement statement) throws SQLException;
    }

    PostgresStore(DataSource connections, SqlTable table) {
        this.connections = connections;
        select = table.sql("select value from ${table} where key = ? and expires_at > now()");
        upsert = table.sql("insert into ${table} (key, value, expires_at)"
                + " values (?, ?, now() + ? * interval '1 millisecond')"
                + " on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at");
        delete = table.sql("delete from ${table} where key = ?");
        sweep = table.sql("delete from ${table} where key in (select key from ${table}"
                + " where expires_at <= now() order by expires_at limit " + ROWS_PER_SWEEP
                + " for update skip locked)");
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        return run(select, statement -> {
            statement.setString(1, key.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        });
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        run(upsert, statement -> {
            statement.setString(1, key.value());
            statement.setBytes(2, value);
            statement.setLong(3, timeToLive.toMillis());
            return statement.executeUpdate();
        });
        // A transaction of its own: with the upsert in the same one, two nodes could wait for each other.
        if (Math.floorMod(writes.getAndIncrement(), WRITES_PER_SWEEP) == 0) {
            run(sweep, PreparedStatement::executeUpdate);
        }
    }

    @Override
    public void remove(CacheKey key) {
        run(delete, statement -> {
            statement.setString(1, key.value());
            return statement.executeUpdate();
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(QUERY_SECONDS);
                return work.in(statement);
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException failure) {
            throw new CacheOutage(failure);
        }
    }
}
