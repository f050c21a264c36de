package io.github.activeia.core.privacy;

import io.github.activeia.core.store.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Salts in PostgreSQL, shared by all nodes.
 *
 * <pre>{@code
 * PostgresSaltStore salts = PostgresSaltStore.of(dataSource);
 * salts.createTable();                       // or run script() with the host's own migrations
 * }</pre>
 *
 * <p>A deleted salt lives on in the database's backups and write-ahead log: let them expire. The host owns the source of connections, bounds
 * how long one is waited for, and closes it. Thread-safe.
 */
public final class PostgresSaltStore implements SaltStore {
    private static final int PATIENCE_SECONDS = 2;
    private static final String READ = "select salt from ${table} where handle = ?";
    /** The useless update makes the statement return the row that is there, whoever made it. */
    private static final String KEEP =
            """
            insert into ${table} (handle, salt) values (?, ?)
            on conflict (handle) do update set handle = excluded.handle returning salt
            """;

    private static final String FORGET = "delete from ${table} where handle = ?";

    private final DataSource connections;
    private final SqlTable table;

    private PostgresSaltStore(DataSource connections, SqlTable table) {
        this.connections = connections;
        this.table = table;
    }

    /** Returns a store in the table {@code active_ia_salt}. */
    public static PostgresSaltStore of(DataSource connections) {
        return of(connections, "active_ia_salt");
    }

    /**
     * Returns a store in a table, which may follow a schema and a dot: lower-case letters, digits and {@code _}, at most 48.
     *
     * @throws io.github.activeia.core.ConfigurationException if the name is no such name
     */
    public static PostgresSaltStore of(DataSource connections, String table) {
        return new PostgresSaltStore(connections, new SqlTable(table));
    }

    /** Returns the SQL that creates the table where it is missing. */
    public String script() {
        return table.script(PostgresSaltStore.class, "salt.sql");
    }

    /**
     * Creates the table where it is missing; the user must be allowed to.
     *
     * @throws SaltStoreException if that fails
     */
    public void createTable() {
        try {
            table.create(connections, script());
        } catch (SQLException failure) {
            throw new SaltStoreException("table " + table.name() + " could not be created", failure);
        }
    }

    @Override
    public byte[] saltOf(String handle, byte[] fresh) {
        byte[] known = salt(READ, handle, null);
        byte[] kept = known != null ? known : salt(KEEP, handle, fresh);
        if (kept == null) {
            throw new SaltStoreException(
                    "salts " + table.name() + " did not keep one", new SQLException("the statement returned no row"));
        }
        return kept;
    }

    private byte @Nullable [] salt(String sql, String handle, byte @Nullable [] fresh) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(table.sql(sql))) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setString(1, handle);
            if (fresh != null) {
                statement.setBytes(2, fresh);
            }
            byte[] salt = null;
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    salt = rows.getBytes(1);
                }
            }
            commit(connection);
            return salt;
        } catch (SQLException failure) {
            throw new SaltStoreException("salts " + table.name() + " could not be read", failure);
        }
    }

    @Override
    public boolean forget(String handle) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(table.sql(FORGET))) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setString(1, handle);
            boolean deleted = statement.executeUpdate() > 0;
            commit(connection);
            return deleted;
        } catch (SQLException failure) {
            throw new SaltStoreException("a salt of " + table.name() + " could not be deleted", failure);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
