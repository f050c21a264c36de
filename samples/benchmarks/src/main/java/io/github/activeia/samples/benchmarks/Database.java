package io.github.activeia.samples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The PostgreSQL server that all contenders share. Its address may hold a password, so it is never printed. */
final class Database {
    /** As many connections as the most threads that ask at once, so that nobody waits for one. */
    static final int CONNECTIONS = 32;

    private static final String PREFIX = "jdbc:postgresql:";
    private static final long POLL = Duration.ofMillis(5).toNanos();

    private final String url;

    private Database(String url) {
        this.url = url;
    }

    /**
     * Connects once, to see that the server is there and has pgvector.
     *
     * @throws ConfigurationException if the address is not one of PostgreSQL, nobody answers, or pgvector is missing
     */
    static Database open(String url) {
        if (!url.startsWith(PREFIX)) {
            throw refused("start with " + PREFIX + "//", "another address");
        }
        Database database = new Database(url);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
            return database;
        } catch (SQLException e) {
            throw refused("reach a PostgreSQL with pgvector", "refused with SQL state " + e.getSQLState());
        }
    }

    /** Returns a pool whose connections see a schema first; the settings are the same for everyone. */
    HikariDataSource pool(String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql("SET search_path = " + schema + ", public");
        config.setPoolName(schema);
        return new HikariDataSource(config);
    }

    /** Makes a schema, empty. */
    void recreate(String schema) {
        drop(schema);
        execute("CREATE SCHEMA " + schema);
    }

    void drop(String schema) {
        execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    /** Does what autovacuum would do soon after a load, so that nobody is measured before and others after it. */
    void settle(String schema) {
        for (String table : strings(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = '" + schema + "'")) {
            execute("VACUUM ANALYZE " + table);
        }
    }

    /** Returns what the tables of a schema take, with their indexes and their TOAST. */
    long bytes(String schema) {
        return Long.parseLong(string("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                + " WHERE c.relkind IN ('r', 'm') AND c.relnamespace = '" + schema + "'::regnamespace"));
    }

    /** Waits until no index of a schema is being built, in the background or not; returns whether one of them is HNSW. */
    boolean awaitHnsw(String schema) {
        String inSchema = " JOIN pg_class t ON t.oid = %s WHERE t.relnamespace = '" + schema + "'::regnamespace";
        String building = "SELECT (SELECT count(*) FROM pg_stat_progress_create_index p"
                + inSchema.formatted("p.relid") + ") + (SELECT count(*) FROM pg_index i"
                + inSchema.formatted("i.indrelid") + " AND NOT i.indisvalid)";
        while (!string(building).equals("0")) {
            LockSupport.parkNanos(POLL);
        }
        return !string("SELECT count(*) FROM pg_indexes WHERE schemaname = '" + schema
                        + "' AND indexdef LIKE '% USING hnsw %'")
                .equals("0");
    }

    /** Returns the first column of the first row. */
    String string(String query) {
        return strings(query).get(0);
    }

    /** Returns the first column of every row. */
    List<String> strings(String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void execute(String command) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static KnowledgeStoreException failure(Exception cause) {
        String state = cause instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
        return new KnowledgeStoreException(
                "the database failed (" + cause.getClass().getSimpleName() + state + ") — see the server's log",
                false,
                cause);
    }

    private static ConfigurationException refused(String rule, String value) {
        return new ConfigurationException(
                new Fault("--db", rule, value, "pass jdbc:postgresql://HOST/DATABASE?user=…, or set ACTIVE_IA_PG_URL"));
    }
}
