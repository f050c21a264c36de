package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {
    private static final Duration PLENTY = Duration.ofMinutes(1);

    @Test
    void takes_the_nearest_rank_when_there_are_a_hundred_times() {
        long[] nanos =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        LatencySummary summary = LatencySummary.of(nanos, Duration.ofSeconds(2));

        assertThat(summary).isEqualTo(new LatencySummary(100, 50, 95, 99, 50));
    }

    @Test
    void repeats_the_only_time_when_there_is_one() {
        LatencySummary summary = LatencySummary.of(new long[] {3_000_000}, Duration.ofMillis(3));

        assertThat(summary.p50()).isEqualTo(3).isEqualTo(summary.p95()).isEqualTo(summary.p99());
    }

    @Test
    void asks_every_question_once_before_it_measures() {
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

        LatencySummary summary = new LoadDriver(4, PLENTY, PLENTY).run(2, List.of("a", "b", "c"), asked::add);

        assertThat(summary.searches()).isEqualTo(4);
        assertThat(asked).hasSize(7);
        assertThat(List.copyOf(asked).subList(0, 3)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void counts_the_nearest_when_recall_is_measured() {
        Dataset data = MadeUp.dataset(40);
        ExactAnswers exact = ExactAnswers.of(data.rows(), data.questions(), Dataset.EVERYTHING);
        Asked question = data.questions().get(3);

        List<String> nearest = data.rows().stream()
                .sorted((a, b) -> Double.compare(
                        Vectors.dot(b.vector(), question.vector()), Vectors.dot(a.vector(), question.vector())))
                .map(Row::id)
                .toList();

        assertThat(exact.recall(question, nearest.subList(0, 10))).isEqualTo(1);
        assertThat(exact.recall(question, nearest.subList(5, 15))).isEqualTo(0.5);
        assertThat(exact.recall(question, List.of("of another course"))).isZero();
    }
}
