package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Searches the index of a course with both legs. */
final class LuceneChunkSearch implements ChunkSearch {
    private final LuceneKnowledgeStore store;

    LuceneChunkSearch(LuceneKnowledgeStore store) {
        this.store = store;
    }

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
        return store.existing(query.course())
                .map(index -> index.search(searcher -> candidates(index.format(), searcher, query)))
                .orElse(List.of());
    }

    @Override
    public List<Chunk> section(CourseId course, String sectionId) {
        return store.existing(course)
                .map(index -> index.search(searcher -> section(index.format(), searcher, sectionId)))
                .orElse(List.of());
    }

    @Override
    public Vocabulary vocabulary(CourseId course, String text) {
        return new LuceneVocabulary(store, course);
    }

    private static List<Candidate> candidates(CourseIndexFormat format, IndexSearcher searcher, CandidateQuery query)
            throws IOException {
        Query filter = ChunkFilter.of(query.contentTypes());
        LexicalLeg words = LexicalLeg.of(format, searcher, query.text());
        VectorLeg meaning = VectorLeg.of(format, searcher, query.vector());
        Set<Integer> docs = new TreeSet<>(words.best(filter, query.perLeg()));
        docs.addAll(meaning.best(filter, query.perLeg()));

        Map<Integer, Float> lexical = words.scores(docs);
        Map<Integer, Float> cosine = meaning.scores(docs);
        List<Candidate> candidates = new ArrayList<>();
        for (int doc : docs) {
            Chunk chunk = format.chunk(searcher.storedFields().document(doc));
            candidates.add(new Candidate(chunk, lexical.getOrDefault(doc, 0f), cosine.getOrDefault(doc, 0f)));
        }
        return candidates;
    }

    private static List<Chunk> section(CourseIndexFormat format, IndexSearcher searcher, String sectionId)
            throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(CourseIndexFormat.SECTION, sectionId)), Occur.FILTER)
                .add(ChunkFilter.of(Set.of()), Occur.FILTER)
                .build();
        List<Chunk> chunks = new ArrayList<>();
        for (ScoreDoc hit :
                searcher.search(query, Math.max(1, searcher.getIndexReader().maxDoc())).scoreDocs) {
            chunks.add(format.chunk(searcher.storedFields().document(hit.doc)));
        }
        chunks.sort(Comparator.comparing((Chunk c) -> c.document().source()).thenComparingInt(Chunk::position));
        return chunks;
    }
}
