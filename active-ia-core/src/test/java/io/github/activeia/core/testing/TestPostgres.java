package io.github.activeia.core.testing;

/**
 * A PostgreSQL server with pgvector.
 *
 * @param jdbcUrl the database that a client enters first; it may hold a password
 * @param version such as {@code 17.11}
 * @param vectorVersion the version of pgvector that new databases get, such as {@code 0.8.0}
 * @param origin who found it: a variable of the environment, Docker, …
 */
public record TestPostgres(String jdbcUrl, String version, String vectorVersion, String origin) {
    String jdbcUrl(String database) {
        return url().database(database);
    }

    private PostgresUrl url() {
        return PostgresUrl.parse(new FoundService(jdbcUrl, origin));
    }

    /** Names the versions and the host, and never the password. */
    @Override
    public String toString() {
        return "PostgreSQL " + version + ", pgvector " + vectorVersion + " (" + origin + ") at " + url();
    }
}
