package io.github.activeia.core.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table that holds the buckets in PostgreSQL.
 *
 * @param schema the schema that it is in, or null for the first of the connection's search path
 * @param name of the table; its index is named after it
 */
public record RateTable(@Nullable String schema, String name) {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,49}");

    /**
     * Checks the names: 1 to 50 of {@code a-z 0-9 _}, not beginning with a digit.
     *
     * @throws io.github.activeia.core.ConfigurationException with every name that is not of that kind
     */
    public RateTable {
        Faults faults = new Faults();
        check(faults, "schema", schema == null ? "public" : schema);
        check(faults, "table", name);
        faults.throwIfAny();
    }

    /** Returns the table {@code active_ia_rate} in the first schema of the search path. */
    public static RateTable defaults() {
        return new RateTable(null, "active_ia_rate");
    }

    private static void check(Faults faults, String property, String name) {
        faults.require(
                NAME.matcher(name).matches(),
                property,
                "have 1 to 50 characters of a-z 0-9 _ and not begin with a digit",
                "a text of " + name.length() + " characters",
                "use " + (property.equals("table") ? "active_ia_rate" : "public") + " if in doubt");
    }

    /** Returns the statements that create the table, for whoever does not let the library do it. They may be run again. */
    public String sql() {
        try (InputStream source = RateTable.class.getResourceAsStream("rate-buckets.sql")) {
            String sql = new String(Objects.requireNonNull(source).readAllBytes(), UTF_8);
            return sql.replace("{table}", quoted()).replace("{index}", '"' + name + "_full_at\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the name as SQL takes it; its characters need no escape. */
    String quoted() {
        return (schema == null ? "" : '"' + schema + "\".") + '"' + name + '"';
    }
}
