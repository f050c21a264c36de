package io.github.activeia.rag.store.pgvector;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs on the server now, so that closing a store does not wait for it. Thread-safe. */
final class RunningStatements {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStatements.class);

    private final Set<Cancel> running = ConcurrentHashMap.newKeySet();

    /** Cancels one statement; another thread runs it. */
    @FunctionalInterface
    interface Cancel {
        void cancel() throws SQLException;
    }

    /** Runs one statement. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs a statement that can be cancelled meanwhile. */
    <T> T during(Cancel cancel, Work<T> statement) throws SQLException {
        running.add(cancel);
        try {
            return statement.run();
        } finally {
            running.remove(cancel);
        }
    }

    /** Cancels everything that runs. */
    void cancel() {
        for (Cancel statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("a statement could not be cancelled; it ended meanwhile, or its connection is gone");
            }
        }
    }
}
