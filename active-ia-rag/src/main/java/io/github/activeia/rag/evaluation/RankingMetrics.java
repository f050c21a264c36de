package io.github.activeia.rag.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good a ranking is, as the mean over questions; all from 0 to 1.
 *
 * @param questions how many questions
 * @param ndcg normalised discounted cumulative gain at 10, with linear gain
 * @param recall the share of the relevant passages within the first 10
 * @param mrr one over the rank of the first relevant passage, 0 if it is not within the first 10
 * @param hit the share of questions with a relevant passage within the first 10
 */
public record RankingMetrics(int questions, double ndcg, double recall, double mrr, double hit) {
    private static final int DEPTH = 10;

    /** Returns the figures of one question. */
    static RankingMetrics of(List<String> ranking, Map<String, Integer> relevance) {
        List<String> top = ranking.stream().distinct().limit(DEPTH).toList();
        double gain = 0;
        int found = 0;
        int first = 0;
        for (int i = 0; i < top.size(); i++) {
            int grade = relevance.getOrDefault(top.get(i), 0);
            if (grade > 0) {
                gain += grade / log2(i + 2);
                found++;
                first = first == 0 ? i + 1 : first;
            }
        }
        return new RankingMetrics(
                1,
                gain / ideal(relevance),
                (double) found / relevance.size(),
                first == 0 ? 0 : 1.0 / first,
                first == 0 ? 0 : 1);
    }

    /** Returns the mean, or zeros if there is no question. */
    static RankingMetrics mean(List<RankingMetrics> all) {
        int n = all.size();
        double divisor = Math.max(1, n);
        return new RankingMetrics(
                n,
                all.stream().mapToDouble(RankingMetrics::ndcg).sum() / divisor,
                all.stream().mapToDouble(RankingMetrics::recall).sum() / divisor,
                all.stream().mapToDouble(RankingMetrics::mrr).sum() / divisor,
                all.stream().mapToDouble(RankingMetrics::hit).sum() / divisor);
    }

    private static double ideal(Map<String, Integer> relevance) {
        List<Integer> grades = relevance.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        double ideal = 0;
        for (int i = 0; i < grades.size(); i++) {
            ideal += grades.get(i) / log2(i + 2);
        }
        return ideal;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
