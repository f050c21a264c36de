package io.github.activeia.rag.store.pgvector;

import java.sql.SQLException;
import javax.sql.DataSource;

/** What the server knows of indexes. */
final class Indexes {
    private Indexes() {}

    /** Returns how often an index was searched. A session tells it when it ends, so that this waits for the others to be gone. */
    static int scans(DataSource source, String index) throws SQLException {
        while (Sql.number(
                        source,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND backend_type = 'client backend'")
                > 1) {
            Thread.onSpinWait();
        }
        return Sql.number(
                source,
                "SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'");
    }

    static boolean exists(DataSource source, String index) throws SQLException {
        return "t".equals(Sql.one(source, "SELECT to_regclass('" + index + "') IS NOT NULL"));
    }
}
