package io.github.activeia.samples.benchmarks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a bulk load took.
 *
 * @param stored until the last row was committed, without an index for vectors; null where the two cannot be told apart
 * @param indexed until every row was in the HNSW index; null where there is none
 */
record Loading(@Nullable Duration stored, @Nullable Duration indexed) {
    static Loading withoutIndex(Duration stored) {
        return new Loading(stored, null);
    }
}
