package io.github.activeia.core.testing;

import io.github.activeia.core.InvalidValueException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a server what it is, and refuses one that the library does not support. */
final class PostgresProbe {
    private static final int OLDEST = 15;
    private static final int OLDEST_VECTOR_MINOR = 7;
    private static final String QUESTION = "select current_setting('server_version'),"
            + " (select default_version from pg_available_extensions where name = 'vector')";

    private PostgresProbe() {}

    static TestPostgres probe(FoundService found) {
        PostgresUrl url = PostgresUrl.parse(found);
        try (Connection connection = DriverManager.getConnection(found.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            String version = row.getString(1).split(" ", 2)[0];
            return checked(new TestPostgres(found.url(), version, row.getString(2), found.origin()));
        } catch (SQLException failure) {
            throw new InvalidValueException(
                    found.origin(),
                    "lead to a PostgreSQL server that answers",
                    url + " (" + failure.getMessage() + ")",
                    "start that server, or unset the variable to have one started");
        }
    }

    static TestPostgres checked(TestPostgres server) {
        require(number(server.version(), 0) >= OLDEST, server, "have PostgreSQL 15 or newer", server.version());
        String vector = server.vectorVersion();
        require(vector != null, server, "have pgvector", "without it");
        boolean recent = number(vector, 0) > 0 || number(vector, 1) >= OLDEST_VECTOR_MINOR;
        require(recent, server, "have pgvector 0.7 or newer", vector);
        return server;
    }

    private static void require(boolean holds, TestPostgres server, String rule, String value) {
        if (!holds) {
            throw new InvalidValueException(
                    server.origin(),
                    rule,
                    value,
                    "install it on that server, or unset the variable to have one started");
        }
    }

    /** Reads one number of a version such as {@code 0.8.0} or {@code 18beta1}. */
    private static int number(String version, int index) {
        String[] parts = version.split("[^0-9]+", -1);
        return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 0;
    }
}
