package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Chunk;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the terms of the chunks of a document, to add them to those of its course. Not thread-safe. */
final class DocumentTerms {
    private final ChunkTerms terms;
    private final CourseId course;
    private final Map<String, Map<String, Count>> counts = new HashMap<>();
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
                .map(Map::values)
                .flatMap(Collection::stream)
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
        Map<String, Integer> frequencies = new HashMap<>(texts.size() * 2);
        texts.forEach(text -> frequencies.merge(text, 1, Integer::sum));
        Map<String, Count> known = counts.computeIfAbsent(language, l -> new HashMap<>());
        long[] packed = new long[frequencies.size()];
        int next = 0;
        for (Map.Entry<String, Integer> term : frequencies.entrySet()) {
            Count count = known.computeIfAbsent(
                    term.getKey(), word -> new Count(ChunkTerms.number(course, language, word), word));
            count.chunks++;
            count.solutions += type == ContentType.SOLUTION ? 1 : 0;
            packed[next++] = (long) count.number << 32 | term.getValue();
        }
        Arrays.sort(packed);
        return distinct(packed);
    }

    /** Adds up terms that share a number, which is rare, but would not be a vector. */
    private static long[] distinct(long[] sorted) {
        int kept = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] >>> 32 == sorted[kept] >>> 32) {
                sorted[kept] += (int) sorted[i];
            } else {
                sorted[++kept] = sorted[i];
            }
        }
        return sorted.length == 0 ? sorted : Arrays.copyOf(sorted, kept + 1);
    }
}
