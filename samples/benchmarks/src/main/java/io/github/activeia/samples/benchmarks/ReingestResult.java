package io.github.activeia.samples.benchmarks;

import java.time.Duration;

/**
 * What ingesting the same files twice took.
 *
 * @param peer who
 * @param files how many files
 * @param first the first time, everything embedded
 * @param again the second time, nothing changed
 * @param rowsAfterFirst how many chunks were stored after the first time
 * @param rowsAfterSecond how many chunks were stored after the second time
 */
record ReingestResult(
        String peer, int files, Duration first, Duration again, long rowsAfterFirst, long rowsAfterSecond) {}
