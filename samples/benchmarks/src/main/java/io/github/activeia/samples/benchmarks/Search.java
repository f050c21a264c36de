package io.github.activeia.samples.benchmarks;

import org.jspecify.annotations.Nullable;

/** One search for ten passages, in one course or, without one, in everything. */
record Search(Asked question, Mode mode, @Nullable String course) {
    /** How many passages a search returns. */
    static final int RESULTS = 10;
}
