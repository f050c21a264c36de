package io.github.activeia.rag.store.lucene;

import io.github.activeia.rag.analysis.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * BM25 over the words of a question. The question is analysed once for each language that the course has; a chunk is indexed in one
 * language alone, so that only the matching analysis scores it.
 */
final class LexicalLeg {
    private static final int MAX_TERMS = 128;
    private static final int MAX_CHARACTERS = 20_000;

    private final IndexSearcher searcher;
    private final Query query;

    private LexicalLeg(IndexSearcher searcher, Query query) {
        this.searcher = searcher;
        this.query = query;
    }

    static LexicalLeg of(CourseIndexFormat format, IndexSearcher searcher, String text) throws IOException {
        String read = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Map.Entry<String, TextAnalysis> field : format.textFields().entrySet()) {
            for (Map.Entry<Term, Integer> term :
                    rarest(searcher, field.getKey(), field.getValue().terms(read))) {
                any.add(new BoostQuery(new TermQuery(term.getKey()), term.getValue()), Occur.SHOULD);
            }
        }
        return new LexicalLeg(searcher, any.build());
    }

    /** Returns the best chunks that contain a word at all. */
    List<Integer> best(Query filter, int most) throws IOException {
        Query filtered = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
        List<Integer> docs = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(filtered, most).scoreDocs) {
            docs.add(hit.doc);
        }
        return docs;
    }

    /** Returns the scores of chunks, in ascending order of their numbers; those without a word are left out. */
    Map<Integer, Float> scores(Collection<Integer> ascending) throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                score(scorer, leaf, ascending, scores);
            }
        }
        return scores;
    }

    private static void score(
            Scorer scorer, LeafReaderContext leaf, Collection<Integer> ascending, Map<Integer, Float> to)
            throws IOException {
        DocIdSetIterator hits = scorer.iterator();
        for (int doc : ascending) {
            int local = doc - leaf.docBase;
            if (local < 0 || local >= leaf.reader().maxDoc()) {
                continue;
            }
            if (hits.docID() < local) {
                hits.advance(local);
            }
            if (hits.docID() == local) {
                to.put(doc, scorer.score());
            }
        }
    }

    /** Counts the terms that occur in the course, and keeps the rarest where a whole page was pasted. */
    private static List<Map.Entry<Term, Integer>> rarest(IndexSearcher searcher, String field, List<String> terms)
            throws IOException {
        Map<Term, Integer> counts = new LinkedHashMap<>();
        terms.forEach(text -> counts.merge(new Term(field, text), 1, Integer::sum));
        Map<Term, Integer> frequencies = new HashMap<>();
        for (Term term : counts.keySet()) {
            frequencies.put(term, searcher.getIndexReader().docFreq(term));
        }
        return counts.entrySet().stream()
                .filter(e -> frequencies.getOrDefault(e.getKey(), 0) > 0)
                .sorted(Comparator.comparing(e -> frequencies.getOrDefault(e.getKey(), 0)))
                .limit(MAX_TERMS)
                .toList();
    }
}
