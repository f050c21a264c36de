package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import io.github.activeia.core.store.SqlTable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Counters in PostgreSQL, shared by all nodes: a transaction locks the rows that it needs, always in the order of their keys, so that
 * two never wait for each other; it checks them, and adds to all or to none.
 *
 * <pre>{@code
 * PostgresBudgetStore store = PostgresBudgetStore.of(dataSource);
 * store.createTable();                       // or run script() with the host's own migrations
 * }</pre>
 *
 * <p>A statement is given up after a timeout, by default 1 s. The host owns the source of connections, bounds how long one is waited
 * for, and closes it. Call {@link #deleteExpired()} now and then, once a day for example. Thread-safe.
 */
public final class PostgresBudgetStore implements BudgetStore {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final String INSERT = "insert into ${table} (key, used, expires_at)"
            + " select key, 0, now() + keep * interval '1 millisecond'"
            + " from unnest(?::text[], ?::bigint[]) as claim (key, keep) order by key on conflict do nothing";
    private static final String LOCK = "select key, used from ${table} where key = any (?) order by key for update";
    private static final String READ = "select key, used from ${table} where key = any (?)";
    private static final String ADD = "update ${table} counter set used = greatest(0, counter.used + claim.amount)"
            + " from unnest(?::text[], ?::bigint[]) as claim (key, amount)"
            + " where counter.key = claim.key and claim.amount <> 0";

    private final DataSource connections;
    private final SqlTable table;
    private final Duration timeout;

    private PostgresBudgetStore(DataSource connections, SqlTable table, Duration timeout) {
        this.connections = connections;
        this.table = table;
        this.timeout = timeout;
    }

    /** Returns counters in the table {@code active_ia_budget_counter}, with a timeout of 1 s. */
    public static PostgresBudgetStore of(DataSource connections) {
        return of(connections, "active_ia_budget_counter", TIMEOUT);
    }

    /**
     * Returns counters in a table, which may follow a schema and a dot: lower-case letters, digits and {@code _}, at most 48.
     *
     * @throws io.github.activeia.core.ConfigurationException if the name is no such name, or the timeout is shorter than 1 ms
     */
    public static PostgresBudgetStore of(DataSource connections, String table, Duration timeout) {
        new Faults()
                .require(timeout.toMillis() >= 1, "timeout", "be at least 1 ms", timeout, "use PT1S if in doubt")
                .throwIfAny();
        return new PostgresBudgetStore(connections, new SqlTable(table), timeout);
    }

    /** Returns the SQL that creates the table and its index where they are missing. */
    public String script() {
        return table.script(PostgresBudgetStore.class, "budget_counter.sql");
    }

    /**
     * Creates the table and its index where they are missing; the user must be allowed to.
     *
     * @throws CostStoreException if that fails
     */
    public void createTable() {
        try {
            table.create(connections, script());
        } catch (SQLException failure) {
            throw new CostStoreException("table " + table.name() + " could not be created", failure);
        }
    }

    /**
     * Deletes the counters of windows that ended.
     *
     * @return how many there were
     * @throws CostStoreException if that fails
     */
    public long deleteExpired() {
        return transaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement(table.sql("delete from ${table} where expires_at < now()"))) {
                return delete.executeLargeUpdate();
            }
        });
    }

    @Override
    public Taken take(List<BudgetClaim> claims) {
        List<BudgetClaim> adding =
                claims.stream().filter(claim -> claim.amount() != 0).toList();
        return transaction(connection -> {
            if (!adding.isEmpty()) {
                insert(connection, adding);
            }
            Map<String, Long> used = used(connection, adding.isEmpty() ? READ : LOCK, claims);
            boolean fits = claims.stream().noneMatch(claim -> claim.exceeds(used.getOrDefault(claim.key(), 0L)));
            if (fits && !adding.isEmpty()) {
                add(connection, adding);
                adding.forEach(claim -> used.merge(claim.key(), claim.amount(), Long::sum));
            }
            return new Taken(
                    fits,
                    claims.stream()
                            .map(claim -> used.getOrDefault(claim.key(), 0L))
                            .toList());
        });
    }

    @Override
    public void correct(List<BudgetClaim> claims) {
        transaction(connection -> {
            insert(connection, claims);
            used(connection, LOCK, claims);
            add(connection, claims);
            return claims.size();
        });
    }

    private void insert(Connection connection, List<BudgetClaim> claims) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.sql(INSERT))) {
            insert.setArray(1, keys(connection, claims));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            claims.stream()
                                    .map(claim -> claim.keep().toMillis())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    private Map<String, Long> used(Connection connection, String sql, List<BudgetClaim> claims) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.sql(sql))) {
            select.setArray(1, keys(connection, claims));
            Map<String, Long> used = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    used.put(rows.getString(1), rows.getLong(2));
                }
            }
            return used;
        }
    }

    private void add(Connection connection, List<BudgetClaim> claims) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(table.sql(ADD))) {
            update.setArray(1, keys(connection, claims));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", claims.stream().map(BudgetClaim::amount).toArray()));
            update.executeUpdate();
        }
    }

    private static Array keys(Connection connection, List<BudgetClaim> claims) throws SQLException {
        return connection.createArrayOf(
                "text", claims.stream().map(BudgetClaim::key).toArray());
    }

    /** Does something in one transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = bounded(connection, work);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException failure) {
            throw new CostStoreException("counters " + table.name() + " did not answer", failure);
        }
    }

    /** What others have added while a row was waited for must be seen, so the host's isolation does not count here. */
    private <T> T bounded(Connection connection, Work<T> work) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("set transaction isolation level read committed; set local statement_timeout = "
                    + timeout.toMillis());
        }
        return work.in(connection);
    }
}
