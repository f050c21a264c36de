package io.github.activeia.rag.store.pgvector;

import java.util.List;

/**
 * How a store in PostgreSQL is.
 *
 * @param server the version of PostgreSQL
 * @param extension the version of pgvector
 * @param courses how many courses have chunks
 * @param chunks of all courses
 * @param bytes of the tables and their indexes
 * @param vectorIndex whether the index of vectors is there; small courses do not need it
 * @param termIndex whether the index of terms is there; small courses do not need it
 * @param problems what should be done, in sentences; empty if all is well
 */
public record PgVectorHealth(
        String server,
        String extension,
        int courses,
        long chunks,
        long bytes,
        boolean vectorIndex,
        boolean termIndex,
        List<String> problems) {
    /** Copies the list. */
    public PgVectorHealth {
        problems = List.copyOf(problems);
    }

    /** Says whether nothing has to be done. */
    public boolean isHealthy() {
        return problems.isEmpty();
    }
}
