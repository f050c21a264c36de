package io.github.activeia.samples.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is asked.
 *
 * @param threads how many ask at once, one round after the other
 * @param questions how many different questions are timed, the same for all
 * @param searches how many searches make a round
 * @param atMost when a round ends early; its warm-up may take as long
 */
record Effort(List<Integer> threads, int questions, int searches, Duration atMost) {
    static Effort full() {
        return new Effort(List.of(1, 8, 32), 300, 1000, Duration.ofSeconds(5));
    }

    static Effort quick() {
        return new Effort(List.of(1, 8), 50, 100, Duration.ofSeconds(4));
    }

    LoadDriver driver() {
        return new LoadDriver(searches, atMost, atMost);
    }
}
