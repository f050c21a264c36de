package io.github.activeia.rag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void only_relevant_passage_in_first_place_is_perfect() {
        RankingMetrics metrics = RankingMetrics.of(List.of("a", "b"), Map.of("a", 1));

        assertThat(metrics).isEqualTo(new RankingMetrics(1, 1, 1, 1, 1));
    }

    @Test
    void third_place_earns_half() {
        RankingMetrics metrics = RankingMetrics.of(List.of("x", "y", "a"), Map.of("a", 1));

        assertThat(metrics.ndcg()).isCloseTo(0.5, EXACT);
        assertThat(metrics.mrr()).isCloseTo(1.0 / 3, EXACT);
        assertThat(metrics.recall()).isEqualTo(1);
    }

    @Test
    void grades_weigh_and_are_discounted() {
        RankingMetrics metrics = RankingMetrics.of(List.of("b", "x", "a"), Map.of("a", 3, "b", 1, "c", 2));

        double gain = 1 / 1.0 + 3 / 2.0;
        double ideal = 3 / 1.0 + 2 / 1.584962500721156 + 1 / 2.0;
        assertThat(metrics.ndcg()).isCloseTo(gain / ideal, EXACT);
        assertThat(metrics.recall()).isCloseTo(2.0 / 3, EXACT);
    }

    @Test
    void eleventh_place_earns_nothing() {
        List<String> ranking = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");

        assertThat(RankingMetrics.of(ranking, Map.of("a", 1))).isEqualTo(new RankingMetrics(1, 0, 0, 0, 0));
    }

    @Test
    void passage_that_comes_twice_counts_once() {
        assertThat(RankingMetrics.of(List.of("a", "a"), Map.of("a", 1)).ndcg()).isCloseTo(1, EXACT);
    }

    @Test
    void mean_counts_the_questions() {
        RankingMetrics good = new RankingMetrics(1, 1, 1, 1, 1);
        RankingMetrics bad = new RankingMetrics(1, 0, 0, 0, 0);

        assertThat(RankingMetrics.mean(List.of(good, bad))).isEqualTo(new RankingMetrics(2, 0.5, 0.5, 0.5, 0.5));
        assertThat(RankingMetrics.mean(List.of()).questions()).isZero();
    }
}
