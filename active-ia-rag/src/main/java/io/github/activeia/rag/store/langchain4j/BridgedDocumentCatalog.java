package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog of the store beside an engine; what changes it changes the engine too. */
final class BridgedDocumentCatalog implements DocumentCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(BridgedDocumentCatalog.class);

    private final VectorEngine engine;
    private final KnowledgeStore beside;

    BridgedDocumentCatalog(VectorEngine engine, KnowledgeStore beside) {
        this.engine = engine;
        this.beside = beside;
    }

    @Override
    public Map<String, StoredDocument> list(CourseId course) {
        return beside.documents().list(course);
    }

    @Override
    public DocumentWriter replace(StoredDocument document) {
        return new BridgedDocumentWriter(engine, beside, document);
    }

    /** Empties the engine first: if that fails, the document is still listed, and the next try finds it. */
    @Override
    public void delete(CourseId course, String source) {
        if (!engine.removeDocument(course, source, () -> segmentIds(beside, course, source))) {
            LOG.warn("The engine removes nothing: the vectors of a deleted document of {} stay, unused", course);
        }
        beside.documents().delete(course, source);
    }

    /** Returns what the engine calls the chunks that a document has now. */
    static Set<String> segmentIds(KnowledgeStore beside, CourseId course, String source) {
        Set<String> ids = new HashSet<>();
        beside.contents().read(course, source, batch -> batch.forEach(c -> ids.add(SegmentKeys.id(course, c.chunk()))));
        return ids;
    }
}
