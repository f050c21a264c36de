package io.github.activeia.core.limit;

import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Buckets in PostgreSQL. A row holds the time at which its bucket will be full; a question moves it on by the time in which one token
 * flows back, unless it would then be further away than the whole bucket needs. That is a token bucket in one number (the generic
 * cell rate algorithm of ITU-T I.371).
 */
final class PostgresBuckets implements SharedBuckets {
    private static final int SWEPT_AT_ONCE = 500;
    /** A row can be missing again after it was made: another node may have swept it. Ten times in a row means that something is wrong. */
    private static final int ATTEMPTS = 10;
    /** Frees the thread of a call that was given up; above the bound, so that a slow reply does not cost the connection. */
    private static final Duration LEAST_NETWORK_TIMEOUT = Duration.ofSeconds(1);

    private static final String SERIALIZATION_FAILURE = "40001";

    /*
     * The rows are locked narrow scope first, in the same order by everybody, so nobody waits in a circle; the time is read when all
     * are locked. All of it is one statement: no client can die while it holds the row of a course.
     */
    private static final String TAKE =
            """
            with asked as (
              select * from unnest(?, ?, ?) with ordinality as a (key, step, depth, place)
            ), held as materialized (
              select b.key, b.full_at, a.step, a.depth
              from ${table} b join asked a on a.key = b.key
              order by a.place for update of b
            ), tick as materialized (
              select clock_timestamp() as now, count(*) as found from held
            ), due as materialized (
              select h.key, t.now + h.depth * interval '1 microsecond' as latest,
                least(greatest(h.full_at, t.now), t.now + h.depth * interval '1 microsecond')
                  + h.step * interval '1 microsecond' as next
              from held h cross join tick t
            ), judged as materialized (
              select key, next, next - latest as wait,
                bool_and(next <= latest) over () and count(*) over () = (select count(*) from asked) as granted
              from due
            ), taken as (
              update ${table} b set full_at = j.next from judged j where b.key = j.key and j.granted
            )
            select count(*), (extract(epoch from max(wait)) * 1000000)::bigint from judged
            """;

    private static final String MAKE =
            """
            insert into ${table} (key, full_at)
            select key, clock_timestamp() from unnest(?) with ordinality as a (key, place) order by place
            on conflict (key) do nothing
            """;

    /* A row that was just made is left to the question that made it. */
    private static final String SWEEP =
            """
            delete from ${table} where key in (
              select key from ${table} where full_at < clock_timestamp() - interval '1 minute'
              limit {batch} for update skip locked)
            """;

    private final DataSource connections;
    private final String prefix;
    private final int networkTimeoutMillis;
    private final String take;
    private final String make;
    private final String sweep;

    PostgresBuckets(DataSource connections, SqlTable table, SharedLimiterSettings settings) {
        this.connections = connections;
        this.prefix = settings.keyPrefix();
        this.networkTimeoutMillis = (int)
                Math.max(LEAST_NETWORK_TIMEOUT.toMillis(), settings.timeBound().toMillis());
        this.take = table.sql(TAKE);
        this.make = table.sql(MAKE);
        this.sweep = table.sql(SWEEP).replace("{batch}", String.valueOf(SWEPT_AT_ONCE));
    }

    @Override
    public Optional<Duration> take(List<Claim> claims) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Verdict verdict = within(connection -> ask(connection, claims));
                if (verdict.found() == claims.size()) {
                    return verdict.delay();
                }
                within(connection -> make(connection, claims));
            } catch (SQLException failure) {
                // Where the host's connections are stricter than "read committed", a concurrent question is no outage.
                if (!SERIALIZATION_FAILURE.equals(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
        throw new SQLException("the rows of the buckets change or vanish again and again");
    }

    private record Verdict(int found, Optional<Duration> delay) {}

    private Verdict ask(Connection connection, List<Claim> claims) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(take)) {
            Object[] steps = claims.stream().map(claim -> step(claim.rate())).toArray();
            Object[] depths = claims.stream()
                    .map(claim -> step(claim.rate()) * claim.rate().capacity())
                    .toArray();
            statement.setArray(1, connection.createArrayOf("text", names(claims)));
            statement.setArray(2, connection.createArrayOf("int8", steps));
            statement.setArray(3, connection.createArrayOf("int8", depths));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long micros = result.getLong(2);
                Optional<Duration> wait =
                        micros > 0 ? Optional.of(Duration.of(micros, ChronoUnit.MICROS)) : Optional.empty();
                return new Verdict(result.getInt(1), wait);
            }
        }
    }

    private int make(Connection connection, List<Claim> claims) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(make)) {
            statement.setArray(1, connection.createArrayOf("text", names(claims)));
            return statement.executeUpdate();
        }
    }

    /** Returns the microseconds in which one token flows back, rounded up: PostgreSQL counts in microseconds. */
    private static long step(Rate rate) {
        long nanosTimesTokens = 1000L * rate.tokens();
        return -Math.floorDiv(-rate.period().toNanos(), nanosTimesTokens);
    }

    private Object[] names(List<Claim> claims) {
        return claims.stream().map(claim -> prefix + claim.name()).toArray();
    }

    /** Makes the table if it is missing, and runs what will be run, without an effect: what is wrong with it shows now. */
    void prepare(SqlTable table) throws SQLException {
        if (!within(connection -> exists(connection, table))) {
            table.create(connections, script(table));
        }
        within(connection -> {
            ask(connection, List.of());
            make(connection, List.of());
            return delete(connection);
        });
    }

    static String script(SqlTable table) {
        return table.script(PostgresBuckets.class, "rate-buckets.sql");
    }

    private static boolean exists(Connection connection, SqlTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table.sql("${table}"));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /** Deletes buckets that are full, in batches, until fewer than a batch are left. */
    @Override
    public void sweep() throws SQLException {
        int deleted = SWEPT_AT_ONCE;
        while (deleted == SWEPT_AT_ONCE) {
            deleted = within(this::delete);
        }
    }

    private int delete(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sweep)) {
            return statement.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Borrows a connection, and commits where the host's do not do so by themselves. */
    private <T> T within(Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, networkTimeoutMillis);
            try {
                return committed(connection, work);
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, before);
                }
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            return work.run(connection);
        }
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException failure) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
            throw failure;
        }
    }

    /** The connections are the host's. */
    @Override
    public void close() {}
}
