package io.github.activeia.samples.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long searches took.
 *
 * @param searches how many were measured
 * @param p50 milliseconds that half of them needed at most
 * @param p95 milliseconds that 95 % of them needed at most
 * @param p99 milliseconds that 99 % of them needed at most
 * @param perSecond searches per second, all threads together
 */
public record LatencySummary(int searches, double p50, double p95, double p99, double perSecond) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Sums up at least one measured time, in any order. */
    public static LatencySummary of(long[] nanos, Duration elapsed) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new LatencySummary(
                sorted.length,
                percentile(sorted, 50) / NANOS_PER_MILLI,
                percentile(sorted, 95) / NANOS_PER_MILLI,
                percentile(sorted, 99) / NANOS_PER_MILLI,
                sorted.length * 1e9 / Math.max(1, elapsed.toNanos()));
    }

    /** Returns the smallest time that at least that many percent do not exceed: the nearest rank, never an interpolation. */
    private static long percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
