package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Solutions in memory; those are nearest that share most words with a text. Immutable and thread-safe. */
final class WordSolutions implements SolutionIndex {
    private final Map<StoredSolution, Set<String>> solutions;

    WordSolutions(List<StoredSolution> solutions) {
        this.solutions = solutions.stream().collect(Collectors.toMap(s -> s, s -> words(s.text())));
    }

    @Override
    public List<StoredSolution> nearest(CourseId course, String text, int maxResults) {
        Set<String> asked = words(text);
        return solutions.entrySet().stream()
                .sorted(Comparator.<Map.Entry<StoredSolution, Set<String>>>comparingLong(entry -> -asked.stream()
                                .filter(entry.getValue()::contains)
                                .count())
                        .thenComparing(entry -> entry.getKey().id()))
                .limit(maxResults)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }
}
