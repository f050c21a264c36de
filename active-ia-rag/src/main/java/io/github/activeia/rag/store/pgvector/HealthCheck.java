package io.github.activeia.rag.store.pgvector;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks after the tables, and says what they need. */
final class HealthCheck {
    private static final String FIGURES =
            """
            SELECT current_setting('server_version'),
                (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
                (SELECT count(DISTINCT course) FROM ${k}statistics WHERE chunks > 0),
                (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = ? AND starts_with(c.relname, ?) AND c.relkind = 'r'),
                (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)""";

    private final Database database;
    private final SearchIndexes indexes;

    HealthCheck(Database database, SearchIndexes indexes) {
        this.database = database;
        this.indexes = indexes;
    }

    PgVectorHealth run() {
        return database.administration(this::run);
    }

    private PgVectorHealth run(Transaction transaction) throws SQLException {
        PgVectorSettings settings = database.settings();
        SearchIndexes.State state = indexes.state(transaction);
        return transaction.one(
                FIGURES,
                (s, first) -> {
                    s.setString(1, settings.schema());
                    s.setString(2, settings.tablePrefix());
                },
                row -> new PgVectorHealth(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        state.all(),
                        row.getLong(4),
                        state.hasVectors(),
                        state.hasTerms(),
                        problems(state, row.getBoolean(5))));
    }

    private List<String> problems(SearchIndexes.State state, boolean unbound) {
        List<String> problems = new ArrayList<>();
        if (indexes.needsVectors(state)) {
            problems.add(
                    "a course of " + state.largest() + " chunks is compared one by one, because the index of vectors is"
                            + " missing — call maintain() as the owner of the tables");
        }
        if (indexes.needsTerms(state)) {
            problems.add("the index of terms is missing — call maintain() as the owner of the tables");
        }
        if (unbound) {
            problems.add(
                    "the role is not bound by row-level security (superuser or BYPASSRLS) — give the tutor a role of its"
                            + " own, with the grants that PgVectorSchema.roles(…) prints");
        }
        return problems;
    }
}
