package io.github.activeia.samples.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ten nearest passages of each question, found by comparing all of them. A passage that is as near as the tenth counts as one of
 * the ten, because passages with equal text have equal vectors.
 */
final class ExactAnswers {
    private static final double ROUNDING = 1e-6;

    private final List<Asked> questions;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Double> tenth;
    private final int expected;

    private ExactAnswers(List<Row> rows, List<Asked> questions) {
        this.questions = List.copyOf(questions);
        rows.forEach(row -> this.rows.put(row.id(), row));
        this.expected = Math.min(Search.RESULTS, rows.size());
        this.tenth = questions.parallelStream()
                .collect(Collectors.toMap(Asked::id, question -> tenth(rows, question, expected)));
    }

    /** Finds the answers among the rows of a course. */
    static ExactAnswers of(List<Row> rows, List<Asked> questions, String course) {
        return new ExactAnswers(
                rows.stream().filter(row -> row.course().equals(course)).toList(), questions);
    }

    List<Asked> questions() {
        return questions;
    }

    /** Returns the share of the nearest passages that was found, 0 to 1; 1 where there was nothing to find. */
    double recall(Asked question, List<String> found) {
        if (expected == 0) {
            return 1;
        }
        double least = tenth.getOrDefault(question.id(), 1.0) - ROUNDING;
        long right = found.stream()
                .distinct()
                .map(rows::get)
                .filter(row -> row != null && Vectors.dot(row.vector(), question.vector()) >= least)
                .limit(expected)
                .count();
        return (double) right / expected;
    }

    private static double tenth(List<Row> rows, Asked question, int expected) {
        double[] cosines = rows.stream()
                .mapToDouble(row -> Vectors.dot(row.vector(), question.vector()))
                .sorted()
                .toArray();
        return expected == 0 ? 1 : cosines[cosines.length - expected];
    }
}
