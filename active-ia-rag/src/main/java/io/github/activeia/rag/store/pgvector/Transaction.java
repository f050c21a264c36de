package io.github.activeia.rag.store.pgvector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** What can be done in a transaction that has begun. Not thread-safe. */
final class Transaction {
    private final Connection connection;
    private final Tables tables;
    private final RunningStatements running;

    /** Lets each statement be cancelled while it runs. */
    Transaction(Connection connection, Tables tables, RunningStatements running) {
        this.connection = connection;
        this.tables = tables;
        this.running = running;
    }

    /** Returns the rows of a query. */
    <T> List<T> query(String sql, Database.Values values, Database.Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(tables.sql(sql))) {
            values.set(statement, 1);
            try (ResultSet results = running.during(statement::cancel, statement::executeQuery)) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
        }
        return rows;
    }

    /** Returns the only row of a query. */
    <T> T one(String sql, Database.Values values, Database.Row<T> row) throws SQLException {
        return query(sql, values, row).get(0);
    }

    /** Changes rows, and returns how many. */
    int update(String sql, Database.Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(tables.sql(sql))) {
            values.set(statement, 1);
            return running.during(statement::cancel, statement::executeUpdate);
        }
    }

    /** Runs several statements. */
    void run(String statements) throws SQLException {
        runFilled(tables.sql(statements));
    }

    /** Runs a script whose placeholders were filled in: what they were filled with may look like one. */
    void runFilled(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running.during(statement::cancel, () -> statement.execute(script));
        }
    }

    /** Loads rows through the server's quickest door. */
    void copy(String into, CopyRows rows) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        running.during(server::cancelQuery, () -> {
            CopyIn copy = server.getCopyAPI().copyIn(tables.sql("COPY ${k}" + into + " FROM STDIN (FORMAT binary)"));
            rows.spool().sendTo(copy);
            return copy;
        });
    }
}
