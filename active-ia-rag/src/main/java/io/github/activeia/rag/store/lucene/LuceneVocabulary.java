package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.analysis.TextAnalysis;
import io.github.activeia.rag.store.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** The words of a course, read from its index. */
final class LuceneVocabulary implements Vocabulary {
    private static final int MAX_SUGGESTIONS = 10;

    private final LuceneKnowledgeStore store;
    private final CourseId course;

    LuceneVocabulary(LuceneKnowledgeStore store, CourseId course) {
        this.store = store;
        this.course = course;
    }

    @Override
    public int chunks() {
        return store.existing(course)
                .map(index -> index.search(searcher -> searcher.count(ChunkFilter.of(Set.of()))))
                .orElse(0);
    }

    @Override
    public int frequency(String word) {
        return store.existing(course)
                .map(index -> index.search(searcher -> frequency(index.format(), searcher, word)))
                .orElse(0);
    }

    @Override
    public List<String> nearest(String word) {
        return store.existing(course)
                .map(index -> index.search(searcher -> nearest(index.format(), searcher, word)))
                .orElse(List.of());
    }

    private static int frequency(CourseIndexFormat format, IndexSearcher searcher, String word) throws IOException {
        int most = containing(searcher, CourseIndexFormat.WORDS, format.words(), word);
        for (Map.Entry<String, TextAnalysis> field : format.textFields().entrySet()) {
            most = Math.max(most, containing(searcher, field.getKey(), field.getValue(), word));
        }
        return most;
    }

    private static int containing(IndexSearcher searcher, String field, TextAnalysis analysis, String word)
            throws IOException {
        List<String> terms = analysis.terms(word);
        if (terms.isEmpty()) {
            return 0;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(ChunkFilter.of(Set.of()), Occur.FILTER);
        for (String term : Set.copyOf(terms.subList(0, Math.min(terms.size(), 16)))) {
            Query one = new TermQuery(new Term(field, term));
            all.add(one, Occur.FILTER);
        }
        return searcher.count(all.build());
    }

    private static List<String> nearest(CourseIndexFormat format, IndexSearcher searcher, String word)
            throws IOException {
        List<String> near = new ArrayList<>();
        for (String term : format.words().terms(word)) {
            for (SuggestWord suggestion : spelling()
                    .suggestSimilar(
                            new Term(CourseIndexFormat.WORDS, term),
                            MAX_SUGGESTIONS,
                            searcher.getIndexReader(),
                            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
                near.add(suggestion.string);
            }
        }
        return near;
    }

    private static DirectSpellChecker spelling() {
        DirectSpellChecker spelling = new DirectSpellChecker();
        spelling.setMaxEdits(1);
        spelling.setMinPrefix(0);
        spelling.setMinQueryLength(4);
        spelling.setAccuracy(0.5f);
        return spelling;
    }
}
