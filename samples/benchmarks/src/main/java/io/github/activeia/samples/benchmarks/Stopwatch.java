package io.github.activeia.samples.benchmarks;

import java.time.Duration;

/** Time since it was made. */
final class Stopwatch {
    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
