package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoreContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A {@link KnowledgeStore} whose vectors are searched in any engine that langchain4j reaches: Qdrant, Milvus, Chroma, Pinecone,
 * pgvector, memory. Words, catalog and texts are in a second store beside it, usually Lucene, and that store has the last word: what
 * the engine finds counts only if the store beside it holds it now, in that course, with a content type that was asked for. So an
 * engine whose filters leak, or that still holds an old version, makes a search slower, never wrong. Thread-safe if both are.
 *
 * <p>The engine is given vectors of length 1, ids that are UUIDs, digests to filter by, and file names; no text. Its collection is to
 * compare by cosine or dot product, and may be shared. Its scores are not used: the cosine of a candidate is computed from the vector
 * that the store beside it holds. A chunk that the engine finds and that is not among the 1000 best by words counts as without words.
 *
 * <p>A document changes when the store beside the engine commits. An engine that fails before makes the commit fail; one that
 * fails after leaves vectors that no search returns, and a warning in the log, until the document is written again. An engine that
 * cannot remove keeps them for good. Deleting begins with the engine, and if that fails, the document stays in the catalog, to be
 * deleted again. Model and dimension are checked by the store beside the engine; the engine's collection is the host's to make.
 */
public final class LangChain4jKnowledgeStore implements KnowledgeStore {
    private final VectorEngine engine;
    private final KnowledgeStore beside;

    private LangChain4jKnowledgeStore(VectorEngine engine, KnowledgeStore beside) {
        this.engine = engine;
        this.beside = beside;
    }

    /**
     * Returns a store over an engine and a store beside it.
     *
     * @param engine stays the caller's to close
     * @param beside open, and for this engine alone; closed with the store that is returned
     */
    public static LangChain4jKnowledgeStore of(EmbeddingStore<TextSegment> engine, KnowledgeStore beside) {
        return new LangChain4jKnowledgeStore(
                new VectorEngine(Objects.requireNonNull(engine, "engine")), Objects.requireNonNull(beside, "beside"));
    }

    @Override
    public DocumentCatalog documents() {
        return new BridgedDocumentCatalog(engine, beside);
    }

    @Override
    public ChunkSearch chunks() {
        return new BridgedChunkSearch(engine, beside);
    }

    @Override
    public StoreContents contents() {
        return beside.contents();
    }

    /**
     * Gives the engine every vector of the store beside it, document by document: for an engine that is new, or that lost something.
     * Nothing is embedded. Searches go on meanwhile; a document is not found by its meaning while it is being replaced.
     *
     * @throws io.github.activeia.rag.store.KnowledgeStoreException if one of the two fails; call it again
     */
    public void refillEngine() {
        for (CourseId course : beside.contents().courses()) {
            beside.documents().list(course).keySet().forEach(source -> refill(course, source));
        }
    }

    /** Closes the store beside the engine. Closing twice is harmless. */
    @Override
    public void close() {
        beside.close();
    }

    private void refill(CourseId course, String source) {
        List<EmbeddedChunk> chunks = new ArrayList<>();
        beside.contents().read(course, source, chunks::addAll);
        // An engine that cannot remove overwrites what has the same id, and what has another is never found.
        engine.removeDocument(course, source, () -> BridgedDocumentCatalog.segmentIds(beside, course, source));
        engine.add(course, chunks);
    }
}
