package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The documents of a Lucene store. */
final class LuceneDocumentCatalog implements DocumentCatalog {
    /** Marks the entry of a document itself. */
    static final Term ENTRY = new Term(CourseIndexFormat.CATALOG, CourseIndexFormat.CATALOG);

    private final LuceneKnowledgeStore store;

    LuceneDocumentCatalog(LuceneKnowledgeStore store) {
        this.store = store;
    }

    @Override
    public Map<String, StoredDocument> list(CourseId course) {
        return store.existing(course)
                .map(index -> index.search(searcher -> entries(index.format(), searcher)))
                .orElse(Map.of());
    }

    @Override
    public DocumentWriter replace(StoredDocument document) {
        return new LuceneDocumentWriter(store.index(document.course()), document);
    }

    @Override
    public void delete(CourseId course, String source) {
        store.existing(course).ifPresent(index -> index.replace(key(source), List.of()));
    }

    /** Each commit has an id that Lucene draws at random, so a course that is made anew has no version of the old one. */
    @Override
    public Optional<String> version(CourseId course) {
        return Optional.of(store.existing(course)
                .map(index -> index.search(LuceneDocumentCatalog::commit))
                .orElse("empty"));
    }

    private static String commit(IndexSearcher searcher) {
        StandardDirectoryReader reader = (StandardDirectoryReader) searcher.getIndexReader();
        return HexFormat.of().formatHex(reader.getSegmentInfos().getId());
    }

    static Term key(String source) {
        return new Term(CourseIndexFormat.SOURCE, CourseIndexFormat.sourceKey(source));
    }

    static Map<String, StoredDocument> entries(CourseIndexFormat format, IndexSearcher searcher) throws IOException {
        Map<String, StoredDocument> entries = new TreeMap<>();
        TermQuery all = new TermQuery(ENTRY);
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(all, most).scoreDocs) {
            StoredDocument entry = format.catalogEntry(searcher.storedFields().document(hit.doc));
            entries.put(entry.document().source(), entry);
        }
        return new LinkedHashMap<>(entries);
    }
}
