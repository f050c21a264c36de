package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.analysis.TermHash;
import io.github.activeia.rag.analysis.TextAnalysis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of chunks and questions as numbers, with the same analysis as the Lucene store. A number is a hash of course, language and
 * term: two of the some 50,000 terms of a large course share one with a chance of 1 in 20,000 for any given term, which costs
 * that term a little of its rarity. Thread-safe.
 */
final class ChunkTerms {
    /** The most places that a sparse vector of pgvector can have. */
    static final int PLACES = 1_000_000_000;

    /** Raised when the analysis changes, so that a store made with another one is refused. */
    static final int ANALYSIS = 1;

    /** The language of words as they are: what slips of the keys are told from. */
    static final String WORDS = "words";

    private static final String OTHER = "other";

    private final Map<String, TextAnalysis> languages = new LinkedHashMap<>();
    private final TextAnalysis words = TextAnalysis.words();

    ChunkTerms() {
        for (String language : List.of("es", "en", OTHER)) {
            languages.put(language, TextAnalysis.of(language));
        }
    }

    /** Returns the languages that terms are told apart by. */
    Iterable<String> languages() {
        return languages.keySet();
    }

    /** Returns the language whose analysis a document gets. */
    String languageOf(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return languages.containsKey(lower) ? lower : OTHER;
    }

    /** Returns the terms of a text in a language, in order. */
    List<String> terms(String language, String text) {
        return analysis(language).terms(text);
    }

    /** Returns the terms that a language makes of a folded word; none for a stop word. */
    List<String> termsOfWord(String language, String word) {
        return analysis(language).termsOfWord(word);
    }

    /** Returns the number of a term, from 1 to {@value #PLACES}. */
    static int number(CourseId course, String language, String term) {
        int seed = TermHash.of(course.value(), language.hashCode());
        return 1 + (TermHash.of(term, seed) & Integer.MAX_VALUE) % PLACES;
    }

    private TextAnalysis analysis(String language) {
        TextAnalysis analysis = languages.get(language);
        return analysis == null ? words : analysis;
    }
}
