package io.github.activeia.core.cost;

import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger in PostgreSQL, shared by all nodes. Each entry is one insert in a transaction of its own, given up after 2 s.
 *
 * <pre>{@code
 * PostgresCostLedger ledger = PostgresCostLedger.of(dataSource);
 * ledger.createTable();                      // or run script() with the host's own migrations
 * }</pre>
 *
 * <p>The host owns the source of connections, bounds how long one is waited for, and closes it. Thread-safe.
 */
public final class PostgresCostLedger implements CostLedger {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCostLedger.class);

    /** A reply waits for its entry to be written. */
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource connections;
    private final SqlTable table;

    private PostgresCostLedger(DataSource connections, SqlTable table) {
        this.connections = connections;
        this.table = table;
    }

    /** Returns a ledger in the table {@code active_ia_cost_entry}. */
    public static PostgresCostLedger of(DataSource connections) {
        return of(connections, "active_ia_cost_entry");
    }

    /**
     * Returns a ledger in a table, which may follow a schema and a dot: lower-case letters, digits and {@code _}, at most 48.
     *
     * @throws io.github.activeia.core.ConfigurationException if the name is no such name
     */
    public static PostgresCostLedger of(DataSource connections, String table) {
        return new PostgresCostLedger(connections, new SqlTable(table));
    }

    /** Returns the SQL that creates the table and its indexes where they are missing. */
    public String script() {
        return table.script(PostgresCostLedger.class, "cost_entry.sql");
    }

    /**
     * Creates the table and its indexes where they are missing; the user must be allowed to.
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

    @Override
    public void record(CostEntry entry) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(table.sql(CostRow.INSERT))) {
            CostRow.write(entry, statement);
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException lost) {
            LOG.error("an entry could not be written to {} and is lost: {}", table.name(), reason(lost));
        }
    }

    @Override
    public List<CostEntry> entries(CostQuery query) {
        Where where = Where.of(query);
        String sql = table.sql(CostRow.SELECT) + where.sql() + " order by at, id";
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            List<CostEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(CostRow.read(rows));
                }
            }
            return List.copyOf(entries);
        } catch (SQLException failure) {
            throw new CostStoreException("ledger " + table.name() + " could not be read", failure);
        }
    }

    @Override
    public long forget(CostQuery query) {
        Where where = Where.of(query);
        try (Connection connection = connections.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(table.sql("delete from ${table}") + where.sql())) {
            where.bind(statement);
            long deleted = statement.executeLargeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return deleted;
        } catch (SQLException failure) {
            throw new CostStoreException("entries of ledger " + table.name() + " could not be deleted", failure);
        }
    }

    /** The class and the state: the text of a failure may repeat the values. */
    private static String reason(Exception failure) {
        String state = failure instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
        return failure.getClass().getSimpleName() + state;
    }

    /** The conditions of a query, and their values. */
    private record Where(String sql, List<Object> values) {
        static Where of(CostQuery query) {
            StringBuilder sql = new StringBuilder(" where at >= ? and at < ?");
            List<Object> values = new ArrayList<>(List.of(CostRow.utc(query.from()), CostRow.utc(query.to())));
            if (query.tenant() != null) {
                sql.append(" and tenant = ?");
                values.add(query.tenant().value());
            }
            if (query.course() != null) {
                sql.append(" and course = ?");
                values.add(query.course().value());
            }
            if (query.student() != null) {
                sql.append(" and student = ?");
                values.add(query.student().value());
            }
            return new Where(sql.toString(), values);
        }

        void bind(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }
}
