package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Vocabulary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a course for one question. What the question's words need is fetched at once, when the first is asked for. */
final class PgVocabulary implements Vocabulary {
    private static final int MAX_TERMS = 512;
    private static final int MAX_CHARACTERS = 20_000;

    private static final String COUNT = "SELECT c.total, t.term, t.word, t.chunks - t.solutions FROM"
            + " (SELECT coalesce(sum(chunks), 0) AS total FROM ${k}statistics WHERE course = ? AND content_type <> ?) c"
            + " LEFT JOIN ${k}terms t ON t.course = ? AND t.term = ANY (?) AND t.chunks > t.solutions";

    private final Database database;
    private final ChunkTerms terms;
    private final CourseId course;
    private final String text;
    private final Map<Integer, Integer> frequencies = new HashMap<>();
    private final Map<String, Map<String, Set<Integer>>> forms = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private int chunks = -1;

    private record Found(int number, String word, int frequency) {}

    PgVocabulary(Database database, ChunkTerms terms, CourseId course, String text) {
        this.database = database;
        this.terms = terms;
        this.course = course;
        this.text = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
    }

    @Override
    public int chunks() {
        fetch(List.of());
        return chunks;
    }

    @Override
    public int frequency(String word) {
        fetch(List.of(word));
        int most = 0;
        for (Set<Integer> numbers : forms(word).values()) {
            int least = numbers.stream()
                    .mapToInt(number -> frequencies.getOrDefault(number, 0))
                    .min()
                    .orElse(0);
            most = Math.max(most, least);
        }
        return most;
    }

    @Override
    public List<String> nearest(String word) {
        Map<Integer, String> edits = new HashMap<>();
        for (String term : terms.terms(ChunkTerms.WORDS, word)) {
            if (frequency(term) == 0) {
                Edits.of(term).forEach(edit -> edits.put(ChunkTerms.number(course, ChunkTerms.WORDS, edit), edit));
            }
        }
        if (edits.isEmpty()) {
            return List.of();
        }
        List<String> near = count(edits.keySet()).stream()
                .filter(found -> found.word().equals(edits.get(found.number())))
                .sorted(Comparator.comparingInt(Found::frequency).reversed().thenComparing(Found::word))
                .map(Found::word)
                .toList();
        fetch(near);
        return near;
    }

    /** Makes sure that some words are known, and with the first of them those of the question. */
    private void fetch(List<String> words) {
        Set<Integer> numbers = new HashSet<>();
        if (chunks < 0) {
            forms(text).values().forEach(numbers::addAll);
        }
        words.forEach(word -> forms(word).values().forEach(numbers::addAll));
        numbers.removeAll(asked);
        if (chunks < 0 || !numbers.isEmpty()) {
            count(numbers);
        }
    }

    private List<Found> count(Collection<Integer> numbers) {
        asked.addAll(numbers);
        List<Found> rows =
                database.query(course, COUNT, (statement, first) -> ask(statement, first, numbers), this::row);
        rows.forEach(found -> frequencies.put(found.number(), found.frequency()));
        return rows;
    }

    private void ask(PreparedStatement statement, int first, Collection<Integer> numbers) throws SQLException {
        statement.setString(first, course.value());
        statement.setString(first + 1, ContentType.SOLUTION.value());
        statement.setString(first + 2, course.value());
        statement.setObject(first + 3, numbers.stream().mapToInt(n -> n).toArray());
    }

    private Found row(ResultSet row) throws SQLException {
        chunks = Math.toIntExact(row.getLong(1));
        String word = row.getString(3);
        return new Found(row.getInt(2), word == null ? "" : word, row.getInt(4));
    }

    /** Returns the numbers of a text's terms as they are, and in each language. */
    private Map<String, Set<Integer>> forms(String words) {
        return forms.computeIfAbsent(words, w -> {
            Map<String, Set<Integer>> made = new HashMap<>();
            made.put(ChunkTerms.WORDS, numbers(ChunkTerms.WORDS, w));
            terms.languages().forEach(language -> made.put(language, numbers(language, w)));
            return made;
        });
    }

    private Set<Integer> numbers(String language, String words) {
        return terms.terms(language, words).stream()
                .distinct()
                .limit(MAX_TERMS)
                .map(term -> ChunkTerms.number(course, language, term))
                .collect(Collectors.toSet());
    }
}
