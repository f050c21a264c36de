package io.github.activeia.samples.benchmarks;

import java.util.List;

/** A store that takes part, over an empty schema of its own. Searches come from many threads at once; loading from one. */
interface Contender extends AutoCloseable {
    /** Stores all rows, and returns when they can be searched as fast as they ever will be. */
    Loading load(List<Row> rows);

    /** Returns the ids of the passages found, best first. */
    List<String> search(Search search);

    /** Returns how much the stored rows take, indexes included. */
    long bytes();

    @Override
    void close();
}
