package io.github.activeia.core.testing;

import io.github.activeia.core.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a JDBC URL of PostgreSQL.
 *
 * @param server host and port
 * @param parameters from the question mark on, or an empty text; they may hold a password
 */
record PostgresUrl(String server, String parameters) {
    private static final Pattern SHAPE = Pattern.compile("jdbc:postgresql://([^/?@]+)(?:/[^/?]*)?(\\?.*)?");

    static PostgresUrl parse(FoundService found) {
        Matcher matcher = SHAPE.matcher(found.url());
        if (!matcher.matches()) {
            throw new InvalidValueException(
                    found.origin(),
                    "be a JDBC URL with a host",
                    "not one",
                    "write it as jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres");
        }
        return new PostgresUrl(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    }

    String database(String name) {
        return "jdbc:postgresql://" + server + "/" + name + parameters;
    }

    @Override
    public String toString() {
        return server;
    }
}
