package io.github.activeia.core.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database of one's own, empty but for the extension {@code vector}. In JUnit, see {@link PostgresExtension};
 * elsewhere:
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *     try (Connection connection = database.connect()) { … }
 * }
 * }</pre>
 *
 * <p>The test-jar does not bring the driver: add {@code org.postgresql:postgresql} to the tests. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
    private final TestPostgres server;
    private final String name;

    private TestDatabase(TestPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Creates a database on the server that {@link TestServices#postgres()} finds or starts.
     *
     * @throws IllegalStateException if the server's user may not create databases or extensions
     */
    public static TestDatabase create() {
        String random = UUID.randomUUID().toString().replace("-", "");
        TestDatabase database = new TestDatabase(TestServices.postgres(), "active_ia_" + random);
        // The template nobody enters: a connection to the other one would make this fail.
        execute(database.server.jdbcUrl(), "create database " + database.name + " template template0");
        execute(database.jdbcUrl(), "create extension vector");
        return database;
    }

    /** Returns the URL of this database, with the user and parameters of the server's. It may hold a password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** Returns a source that opens a connection at each call; it pools nothing. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        return source;
    }

    /** Opens a connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** Drops the database, whoever is still connected to it. A second call has no effect. */
    @Override
    public void close() {
        execute(server.jdbcUrl(), "drop database if exists " + name + " with (force)");
    }

    /** Returns the name of the database. */
    @Override
    public String toString() {
        return name;
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The user of the test server must be able to: " + sql, failure);
        }
    }
}
