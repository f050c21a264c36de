package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the terms of the chunks of a document, to add them to those of its course. Not thread-safe. */
final class DocumentTerms {
    private final ChunkTerms terms;
    private final CourseId course;
    private final Map<String, Map<String, Word>> words = new HashMap<>();
    private final Map<String, Map<Integer, Count>> counts = new HashMap<>();
    private final Map<Length, Long> lengths = new HashMap<>();
    private final Map<Length, Integer> chunks = new HashMap<>();
    private int current;

    /** A term, and in how many chunks and solutions of the document it occurs. */
    static final class Count {
        final int number;
        final String word;
        int chunks;
        int solutions;
        private int seenIn;
        private int frequency;

        private Count(int number, String word) {
            this.number = number;
            this.word = word;
        }
    }

    /** A word as it is, and what the language makes of it: nothing, if it is a stop word. */
    private record Word(Count itself, List<Count> terms) {}

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
        Map<String, Word> known = words.computeIfAbsent(language, l -> new HashMap<>());
        List<Count> stems = new ArrayList<>();
        List<Count> asTheyAre = new ArrayList<>();
        int length = 0;
        current++;
        for (String text : terms.terms(ChunkTerms.WORDS, chunk.searchText())) {
            Word word = known.get(text);
            if (word == null) {
                word = word(language, text);
                known.put(text, word);
            }
            count(word.itself(), type, asTheyAre);
            for (Count stem : word.terms()) {
                count(stem, type, stems);
                length++;
            }
        }
        Length key = new Length(language, type);
        lengths.merge(key, (long) length, Long::sum);
        chunks.merge(key, 1, Integer::sum);
        long[] packed = packed(stems);
        return new Terms(language, length, highs(packed), lows(packed), highs(packed(asTheyAre)));
    }

    /** Returns the terms that were counted, in no order. */
    List<Count> counts() {
        return counts.values().stream()
                .flatMap(byNumber -> byNumber.values().stream())
                .toList();
    }

    Map<Length, Long> lengths() {
        return lengths;
    }

    Map<Length, Integer> chunks() {
        return chunks;
    }

    private Word word(String language, String text) {
        List<Count> made = terms.termsOfWord(language, text).stream()
                .map(term -> count(language, term))
                .toList();
        return new Word(count(ChunkTerms.WORDS, text), made);
    }

    /** Terms that share a number, which is rare, are one: a chunk's row has the number once. */
    private Count count(String language, String term) {
        return counts.computeIfAbsent(language, l -> new HashMap<>())
                .computeIfAbsent(ChunkTerms.number(course, language, term), number -> new Count(number, term));
    }

    private void count(Count term, ContentType type, List<Count> ofChunk) {
        if (term.seenIn != current) {
            term.seenIn = current;
            term.frequency = 0;
            term.chunks++;
            term.solutions += type == ContentType.SOLUTION ? 1 : 0;
            ofChunk.add(term);
        }
        term.frequency++;
    }

    /** Returns the numbers, ascending, each above how often it occurs. */
    private static long[] packed(List<Count> terms) {
        long[] packed = new long[terms.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (long) terms.get(i).number << 32 | terms.get(i).frequency;
        }
        Arrays.sort(packed);
        return packed;
    }

    private static int[] highs(long[] packed) {
        return Arrays.stream(packed).mapToInt(p -> (int) (p >>> 32)).toArray();
    }

    private static int[] lows(long[] packed) {
        return Arrays.stream(packed).mapToInt(p -> (int) p).toArray();
    }
}
