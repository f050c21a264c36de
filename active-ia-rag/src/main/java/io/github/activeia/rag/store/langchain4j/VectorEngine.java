package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that searches vectors. It is told what a chunk is called and where it belongs, never what it says. */
final class VectorEngine {
    private static final String SCOPE = "activeia_scope";
    private static final String DOCUMENT = "activeia_document";
    private static final String SOURCE = "activeia_source";
    private static final int BATCH = 500;

    private final EmbeddingStore<TextSegment> store;

    VectorEngine(EmbeddingStore<TextSegment> store) {
        this.store = store;
    }

    /**
     * A segment that the engine found; whether it is still part of a course is for others to say.
     *
     * @param id the segment's
     * @param source of its document
     */
    record Hit(String id, String source) {}

    void add(CourseId course, List<EmbeddedChunk> chunks) {
        for (int from = 0; from < chunks.size(); from += BATCH) {
            addBatch(course, chunks.subList(from, Math.min(from + BATCH, chunks.size())));
        }
    }

    List<Hit> nearest(CandidateQuery query, float[] vector, int most) {
        List<String> scopes = ContentTypes.allowed(query.contentTypes()).stream()
                .map(type -> SegmentKeys.scope(query.course(), type))
                .toList();
        return search(vector, new IsIn(SCOPE, scopes), most);
    }

    /** Returns segments of all versions of a document, as many as the engine finds. */
    List<Hit> segments(CourseId course, String source, float[] vector, int most) {
        return search(vector, ofDocument(course, source), most);
    }

    /** Returns whether the engine can remove at all. */
    boolean remove(Collection<String> ids) {
        return ids.isEmpty() || removed(() -> store.removeAll(ids));
    }

    /** Removes a document in all its versions; by ids, if the engine cannot tell what belongs to it. */
    boolean removeDocument(CourseId course, String source, Supplier<? extends Collection<String>> ids) {
        return removed(() -> store.removeAll(ofDocument(course, source))) || remove(ids.get());
    }

    private static boolean removed(Runnable call) {
        return guarded(() -> {
            try {
                call.run();
                return true;
            } catch (UnsupportedFeatureException | UnsupportedOperationException cannotRemove) {
                return false;
            }
        });
    }

    private void addBatch(CourseId course, List<EmbeddedChunk> chunks) {
        List<String> ids = new ArrayList<>();
        List<Embedding> vectors = new ArrayList<>();
        List<TextSegment> segments = new ArrayList<>();
        for (EmbeddedChunk chunk : chunks) {
            String id = SegmentKeys.id(course, chunk.chunk());
            ids.add(id);
            vectors.add(Embedding.from(Vectors.unit(chunk.vector())));
            segments.add(TextSegment.from(id, metadata(course, chunk)));
        }
        guarded(() -> {
            store.addAll(ids, vectors, segments);
            return true;
        });
    }

    private static Metadata metadata(CourseId course, EmbeddedChunk chunk) {
        String source = chunk.chunk().document().source();
        return new Metadata()
                .put(SCOPE, SegmentKeys.scope(course, chunk.chunk().document().contentType()))
                .put(DOCUMENT, SegmentKeys.document(course, source))
                .put(SOURCE, source);
    }

    private static Filter ofDocument(CourseId course, String source) {
        return new IsEqualTo(DOCUMENT, SegmentKeys.document(course, source));
    }

    private List<Hit> search(float[] vector, Filter filter, int most) {
        EmbeddingSearchRequest request = EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(Vectors.unit(vector)))
                .filter(filter)
                .maxResults(most)
                .minScore(0.0)
                .build();
        return guarded(() -> store.search(request)).matches().stream()
                .map(VectorEngine::hit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Leaves out what somebody else keeps in the same collection. */
    private static @Nullable Hit hit(EmbeddingMatch<TextSegment> match) {
        TextSegment segment = match.embedded();
        String source = segment == null ? null : segment.metadata().getString(SOURCE);
        return source == null ? null : new Hit(match.embeddingId(), source);
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw new KnowledgeStoreException(
                    "the engine of the vectors failed (" + failure.getClass().getSimpleName()
                            + ") — check that it runs, that its collection was made for the model's dimension, and that it"
                            + " can filter by metadata",
                    !isFinal(failure),
                    failure);
        }
    }

    private static boolean isFinal(RuntimeException failure) {
        return failure instanceof NonRetriableException
                || failure instanceof UnsupportedFeatureException
                || failure instanceof UnsupportedOperationException
                || failure instanceof IllegalArgumentException;
    }
}
