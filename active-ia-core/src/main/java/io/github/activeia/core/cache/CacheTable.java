package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The table of a cache.
 *
 * @param name as it is written in SQL
 * @param index the name of its index, which is in the schema of the table
 */
record CacheTable(String name, String index) {
    private static final Pattern NAME = Pattern.compile("(?:[a-z_][a-z0-9_]{0,47}\\.)?[a-z_][a-z0-9_]{0,47}");
    private static final String SCRIPT = "active_ia_cache.sql";

    static CacheTable named(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new InvalidValueException(
                    "table of the cache",
                    "be table or schema.table in a-z, 0-9 and _, at most 48 characters each",
                    "a text of " + table.length() + " characters",
                    "take active_ia_cache if in doubt");
        }
        String last = table.substring(table.indexOf('.') + 1);
        return new CacheTable(quoted(table), "\"" + last + "_expires_at\"");
    }

    /** Puts the names into a statement that was written for the usual ones. */
    String sql(String statement) {
        return statement.replace("active_ia_cache_expires_at", index).replaceAll("\\bactive_ia_cache\\b", name);
    }

    void create(DataSource connections) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            // One message is one transaction. "If not exists" alone lets two nodes collide in the catalogue.
            statement.execute("select pg_advisory_xact_lock(hashtext('active_ia_cache'));" + sql(script()));
            connection.setAutoCommit(before);
        } catch (SQLException failure) {
            throw new CacheTableException(name, failure);
        }
    }

    private static String quoted(String table) {
        return "\"" + table.replace(".", "\".\"") + "\"";
    }

    private static String script() {
        try (InputStream in = CacheTable.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " must be in the jar, but was missing — repair the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
