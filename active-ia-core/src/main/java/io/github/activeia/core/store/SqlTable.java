package io.github.activeia.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A table of PostgreSQL whose name was validated, so that nothing else is ever put into a statement.
 *
 * @param name {@code table} or {@code schema.table}
 */
public record SqlTable(String name) {
    private static final String WORD = "[a-z_][a-z0-9_]{0,47}";
    private static final Pattern NAME = Pattern.compile("(?:" + WORD + "\\.)?" + WORD);

    /**
     * Checks the name: lower-case letters, digits and {@code _}, at most 48 for the schema and for the table, not beginning with a
     * digit.
     *
     * @throws io.github.activeia.core.ConfigurationException if it is no such name
     */
    public SqlTable {
        new Faults()
                .require(
                        NAME.matcher(name).matches(),
                        "table",
                        "be table or schema.table in a-z, 0-9 and _, at most 48 characters each",
                        "a text of " + name.length() + " characters",
                        "choose a plain name, or leave it out for the default")
                .throwIfAny();
    }

    /** Returns a statement with <code>${table}</code> and, without its schema and to be followed by more, <code>${index}</code> filled in. */
    public String sql(String statement) {
        String quoted = "\"" + name.replace(".", "\".\"") + "\"";
        return statement.replace("${table}", quoted).replace("${index}", name.substring(name.indexOf('.') + 1));
    }

    /** Returns a script that is shipped beside a class, filled in like {@link #sql}. */
    public String script(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            return sql(new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Runs a script that creates the table where it is missing, as one transaction; nodes that do so at the same time take turns.
     *
     * @param connections of a user that may create tables
     * @throws SQLException if the database refuses; then nothing was created
     */
    public void create(DataSource connections, String script) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                // One message is one transaction, and none is left open by a failure. "If not exists" alone lets nodes
                // collide.
                statement.execute("select pg_advisory_xact_lock(hashtext('" + name + "'));" + script);
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }
}
