package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.Faults;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Gathers the chunks of a document, and hands them to the index as one block. */
final class LuceneDocumentWriter implements DocumentWriter {
    private final CourseIndex index;
    private final StoredDocument document;
    private final List<Document> pending = new ArrayList<>();
    private boolean ended;

    LuceneDocumentWriter(CourseIndex index, StoredDocument document) {
        this.index = index;
        this.document = document;
    }

    @Override
    public Map<String, float[]> known(Collection<String> embeddingHashes) {
        return index.search(searcher -> vectors(searcher, embeddingHashes));
    }

    @Override
    public void add(List<EmbeddedChunk> chunks) {
        requireOpen();
        try {
            for (EmbeddedChunk chunk : chunks) {
                requireSameDocument(chunk);
                pending.add(index.format().chunk(chunk));
            }
        } catch (IOException e) {
            throw LuceneKnowledgeStore.failure(e);
        }
    }

    @Override
    public void commit() {
        requireOpen();
        ended = true;
        try {
            pending.add(index.format().catalogEntry(document));
        } catch (IOException e) {
            throw LuceneKnowledgeStore.failure(e);
        }
        index.replace(LuceneDocumentCatalog.key(document.document().source()), pending);
    }

    @Override
    public void close() {
        ended = true;
        pending.clear();
    }

    private void requireOpen() {
        if (ended) {
            throw new KnowledgeStoreException(
                    "the writer of a document has ended — start another with replace(…)", false, null);
        }
    }

    private void requireSameDocument(EmbeddedChunk chunk) {
        String source = chunk.chunk().document().source();
        new Faults()
                .require(
                        source.equals(document.document().source()),
                        "chunk",
                        "belong to the document that is written",
                        source,
                        "write each document with a writer of its own")
                .throwIfAny();
    }

    private static Map<String, float[]> vectors(IndexSearcher searcher, Collection<String> hashes) throws IOException {
        Map<String, float[]> found = new HashMap<>();
        Query query = new TermInSetQuery(
                CourseIndexFormat.HASH, hashes.stream().map(BytesRef::new).toList());
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            String hash = searcher.storedFields().document(hit.doc).get(CourseIndexFormat.HASH);
            if (!found.containsKey(hash)) {
                found.put(hash, vector(searcher, hit.doc));
            }
        }
        return found;
    }

    static float[] vector(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(CourseIndexFormat.VECTOR);
        values.advance(doc - leaf.docBase);
        return values.vectorValue().clone();
    }
}
