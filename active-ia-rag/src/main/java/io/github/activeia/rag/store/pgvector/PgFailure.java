package io.github.activeia.rag.store.pgvector;

import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what failed, and what to do, from the server's code alone: its message may quote data. */
final class PgFailure {
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry(
                    "57014",
                    "was cancelled or took longer than statementTimeout or writeTimeout — raise them in PgVectorSettings, or look at health()"),
            Map.entry("42501", "was not permitted — grant the role what PgVectorSchema.roles(…) prints"),
            Map.entry(
                    "42P01",
                    "met a missing table — open the store with SchemaMode.MIGRATE, or run PgVectorSchema.script()"),
            Map.entry(
                    "42883",
                    "met a missing function — open the store with SchemaMode.MIGRATE, or run PgVectorSchema.script()"),
            Map.entry(
                    "42704", "met a missing type — run CREATE EXTENSION vector, and put its schema on the search path"),
            Map.entry(
                    "22021",
                    "met a character that PostgreSQL cannot keep, such as U+0000 — take it out of the document"),
            Map.entry("28000", "had no connection: the server knows no such user — look at user and pg_hba.conf"),
            Map.entry("28P01", "had no connection: the password is wrong — look at the DataSource"),
            Map.entry("3D000", "had no connection: there is no such database — look at the DataSource"),
            Map.entry("53300", "met too many connections — make the pool smaller, or raise max_connections"),
            Map.entry("53100", "met a full disk — make room on the server"));

    private PgFailure() {}

    static KnowledgeStoreException of(SQLException cause, boolean closed) {
        if (closed) {
            return new KnowledgeStoreException(
                    "the store was closed meanwhile — keep it open while it is in use", false, null);
        }
        String state = cause.getSQLState();
        String code = state == null ? "no SQLSTATE" : "SQLSTATE " + state;
        return new KnowledgeStoreException(
                "PostgreSQL: a statement " + remedy(state) + " (" + code + ")", isRetriable(state), safe(cause));
    }

    /** Says that no connection could be had. A pool that is closed or exhausted often names no code: the next attempt may succeed. */
    static KnowledgeStoreException noConnection(SQLException cause, boolean closed) {
        return cause.getSQLState() == null ? of(new SQLException(null, "08001", cause), closed) : of(cause, closed);
    }

    private static String remedy(@Nullable String state) {
        if (state == null) {
            return "failed — see the server's log";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "lost its connection, or found none — check that the server runs and the DataSource is right";
        }
        return REMEDIES.getOrDefault(state, "failed — see the server's log");
    }

    private static boolean isRetriable(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57"));
    }

    /** Leaves the message out, since it may quote a row, and keeps where it happened. */
    private static Throwable safe(SQLException cause) {
        SQLException bare = new SQLException("message left out", cause.getSQLState(), cause.getErrorCode());
        bare.setStackTrace(cause.getStackTrace());
        return bare;
    }
}
