package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Chunk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the terms of the chunks of a document, to add them to those of its course. Not thread-safe. */
final class DocumentTerms {
    private final ChunkTerms terms;
    private final CourseId course;
    private final Map<String, Known> counts = new HashMap<>();
    private final Map<Length, Long> lengths = new HashMap<>();
    private final Map<Length, Integer> chunks = new HashMap<>();

    /** A term, and in how many chunks and solutions of the document it occurs. */
    static final class Count {
        final int number;
        final String word;
        int chunks;
        int solutions;

        private Count(int number, String word) {
            this.number = number;
            this.word = word;
        }
    }

    /** What lengths are summed by. */
    record Length(String language, ContentType type) {}

    /**
     * The terms of a chunk.
     *
     * @param frequencies of the terms, in the order of the numbers
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Terms(String language, int length, int[] numbers, int[] frequencies, int[] words) {}

    DocumentTerms(ChunkTerms terms, CourseId course) {
        this.terms = terms;
        this.course = course;
    }

    /** Counts a chunk, and returns its terms. */
    Terms add(Chunk chunk) {
        ContentType type = chunk.document().contentType();
        String language = terms.languageOf(chunk.document().language());
        String text = chunk.searchText();
        List<String> stems = terms.terms(language, text);
        long[] packed = packed(language, stems, type);
        int[] numbers = new int[packed.length];
        int[] frequencies = new int[packed.length];
        for (int i = 0; i < packed.length; i++) {
            numbers[i] = (int) (packed[i] >>> 32);
            frequencies[i] = (int) packed[i];
        }
        long[] words = packed(ChunkTerms.WORDS, terms.terms(ChunkTerms.WORDS, text), type);
        Length key = new Length(language, type);
        lengths.merge(key, (long) stems.size(), Long::sum);
        chunks.merge(key, 1, Integer::sum);
        return new Terms(
                language,
                stems.size(),
                numbers,
                frequencies,
                Arrays.stream(words).mapToInt(w -> (int) (w >>> 32)).toArray());
    }

    /** Returns the terms that were counted, in no order. */
    List<Count> counts() {
        return counts.values().stream()
                .flatMap(known -> known.byNumber.values().stream())
                .toList();
    }

    Map<Length, Long> lengths() {
        return lengths;
    }

    Map<Length, Integer> chunks() {
        return chunks;
    }

    /** Returns the distinct numbers, ascending, each above how often it occurs. */
    private long[] packed(String language, List<String> texts, ContentType type) {
        Known known = counts.computeIfAbsent(language, Known::new);
        Map<Count, Integer> frequencies = new HashMap<>(texts.size() * 2);
        texts.forEach(text -> frequencies.merge(known.count(course, text), 1, Integer::sum));
        long[] packed = new long[frequencies.size()];
        int next = 0;
        for (Map.Entry<Count, Integer> term : frequencies.entrySet()) {
            Count count = term.getKey();
            count.chunks++;
            count.solutions += type == ContentType.SOLUTION ? 1 : 0;
            packed[next++] = (long) count.number << 32 | term.getValue();
        }
        Arrays.sort(packed);
        return packed;
    }

    /** The terms of a language. Those that share a number, which is rare, are one: a chunk's row has the number once. */
    private static final class Known {
        private final String language;
        private final Map<String, Count> byWord = new HashMap<>();
        private final Map<Integer, Count> byNumber = new HashMap<>();

        Known(String language) {
            this.language = language;
        }

        Count count(CourseId course, String word) {
            Count known = byWord.get(word);
            if (known == null) {
                known = byNumber.computeIfAbsent(
                        ChunkTerms.number(course, language, word), number -> new Count(number, word));
                byWord.put(word, known);
            }
            return known;
        }
    }
}
