package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A table whose name was validated, so that nothing else is ever put into a statement. */
record SqlTable(String name) {
    private static final String WORD = "[a-z_][a-z0-9_]{0,39}";
    private static final Pattern NAME = Pattern.compile("(?:" + WORD + "\\.)?" + WORD);

    /** Any number does, as long as it is always the same one. */
    private static final long LOCK = 0x636f7374L;

    SqlTable {
        new Faults()
                .require(
                        NAME.matcher(name).matches(),
                        "table",
                        "be lower-case letters, digits and _, at most 40, after a schema and a dot if there is one",
                        name,
                        "choose a plain name")
                .throwIfAny();
    }

    /** Returns a statement with <code>${table}</code> and <code>${index}</code> filled in. */
    String sql(String statement) {
        return statement.replace("${table}", name).replace("${index}", name.substring(name.indexOf('.') + 1));
    }

    /** Runs a script in one transaction, one process at a time: two that create a table at once would fail otherwise. */
    void run(DataSource connections, String script) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            statement.execute("begin; select pg_advisory_xact_lock(" + LOCK + ");" + sql(script) + "; commit");
            connection.setAutoCommit(before);
        } catch (SQLException failure) {
            throw new CostStoreException("table " + name + " could not be created", failure);
        }
    }
}
