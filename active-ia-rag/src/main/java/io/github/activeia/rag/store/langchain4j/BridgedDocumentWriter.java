package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a document to both. What is new goes to the engine first, where nobody finds it yet; then the store beside it commits, and
 * that is the moment when the version changes; what is old leaves the engine last. Whatever fails on the way leaves segments that no
 * search returns, and the next commit of the document removes them.
 */
final class BridgedDocumentWriter implements DocumentWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BridgedDocumentWriter.class);
    private static final int SOME_LEFT = 100;

    private final VectorEngine engine;
    private final KnowledgeStore beside;
    private final StoredDocument document;
    private final DocumentWriter writer;
    private final List<EmbeddedChunk> pending = new ArrayList<>();

    BridgedDocumentWriter(VectorEngine engine, KnowledgeStore beside, StoredDocument document) {
        this.engine = engine;
        this.beside = beside;
        this.document = document;
        this.writer = beside.documents().replace(document);
    }

    @Override
    public Map<String, float[]> known(Collection<String> embeddingHashes) {
        return writer.known(embeddingHashes);
    }

    @Override
    public void add(List<EmbeddedChunk> chunks) {
        writer.add(chunks);
        pending.addAll(chunks);
    }

    @Override
    public void commit() {
        Set<String> before = BridgedDocumentCatalog.segmentIds(beside, course(), source());
        engine.add(
                course(), pending.stream().filter(c -> !before.contains(id(c))).toList());
        writer.commit();
        Set<String> now = pending.stream().map(this::id).collect(Collectors.toSet());
        try {
            if (!removedOld(before, now)) {
                LOG.debug("The engine removes nothing: the vectors of an old version in {} stay, unused", course());
            }
        } catch (KnowledgeStoreException failure) {
            LOG.warn("The new version of a document in {} is there; its old vectors stay, unused", course(), failure);
        }
    }

    @Override
    public void close() {
        pending.clear();
        writer.close();
    }

    private boolean removedOld(Set<String> before, Set<String> now) {
        if (pending.isEmpty()) {
            return engine.removeDocument(course(), source(), () -> before);
        }
        Set<String> old = new HashSet<>(before);
        int most = before.size() + now.size() + SOME_LEFT;
        engine.segments(course(), source(), pending.get(0).vector(), most).forEach(hit -> old.add(hit.id()));
        old.removeAll(now);
        return engine.remove(old);
    }

    private String id(EmbeddedChunk chunk) {
        return SegmentKeys.id(course(), chunk.chunk());
    }

    private CourseId course() {
        return document.course();
    }

    private String source() {
        return document.document().source();
    }
}
