package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoreContents;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Everything in a Lucene store. */
final class LuceneContents implements StoreContents {
    private static final int BATCH = 256;

    private final LuceneKnowledgeStore store;

    LuceneContents(LuceneKnowledgeStore store) {
        this.store = store;
    }

    @Override
    public List<CourseId> courses() {
        return store.folders().stream()
                .map(folder -> store.read(folder, searcher -> LuceneDocumentCatalog.entries(store.format(), searcher)
                        .values()))
                .flatMap(LuceneContents::course)
                .sorted(Comparator.comparing(CourseId::value))
                .toList();
    }

    @Override
    public void read(CourseId course, String source, Consumer<List<EmbeddedChunk>> batches) {
        store.existing(course).ifPresent(index -> index.search(searcher -> read(index, searcher, source, batches)));
    }

    private static Stream<CourseId> course(Collection<StoredDocument> documents) {
        return documents.stream().map(StoredDocument::course).limit(1);
    }

    private static int read(
            CourseIndex index, IndexSearcher searcher, String source, Consumer<List<EmbeddedChunk>> batches)
            throws IOException {
        List<Place> places = places(index.format(), searcher, source);
        for (int from = 0; from < places.size(); from += BATCH) {
            List<EmbeddedChunk> batch = new ArrayList<>();
            for (Place place : places.subList(from, Math.min(from + BATCH, places.size()))) {
                batch.add(chunk(index.format(), searcher, place.doc()));
            }
            batches.accept(batch);
        }
        return places.size();
    }

    private static List<Place> places(CourseIndexFormat format, IndexSearcher searcher, String source)
            throws IOException {
        Query chunks = new BooleanQuery.Builder()
                .add(new TermQuery(LuceneDocumentCatalog.key(source)), Occur.FILTER)
                .add(new TermQuery(LuceneDocumentCatalog.ENTRY), Occur.MUST_NOT)
                .build();
        List<Place> places = new ArrayList<>();
        for (ScoreDoc hit :
                searcher.search(chunks, Math.max(1, searcher.getIndexReader().maxDoc())).scoreDocs) {
            Document fields = searcher.storedFields().document(hit.doc);
            places.add(new Place(format.chunk(fields).position(), hit.doc));
        }
        places.sort(Comparator.comparingInt(Place::position).thenComparingInt(Place::doc));
        return places;
    }

    private static EmbeddedChunk chunk(CourseIndexFormat format, IndexSearcher searcher, int doc) throws IOException {
        Document fields = searcher.storedFields().document(doc);
        return new EmbeddedChunk(
                format.chunk(fields), fields.get(CourseIndexFormat.HASH), LuceneDocumentWriter.vector(searcher, doc));
    }

    private record Place(int position, int doc) {}
}
