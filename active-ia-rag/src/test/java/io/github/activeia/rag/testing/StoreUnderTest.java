package io.github.activeia.rag.testing;

import static io.github.activeia.rag.testing.StoredChunks.chunks;
import static io.github.activeia.rag.testing.StoredChunks.document;
import static io.github.activeia.rag.testing.StoredChunks.stored;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store, opened for each test, with what writes to it and asks it. */
abstract class StoreUnderTest {
    /** A course. */
    protected static final CourseId COURSE = new CourseId("algoritmos");

    static final CourseId OTHER = new CourseId("física i");

    final Embedder embedder = new BagOfWordsEmbedder();
    KnowledgeStore store;

    /** Opens the store of this test: empty the first time, and with what was committed each time after. */
    protected abstract KnowledgeStore open(EmbeddingProfile profile);

    @BeforeEach
    void openStore() {
        store = open(embedder.profile());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Returns the store that is open. */
    protected final KnowledgeStore store() {
        return store;
    }

    /** Writes a document of theory in Spanish, one chunk for each text. */
    protected final void write(CourseId course, String source, String... texts) {
        write(course, document(source), chunks(document(source), texts));
    }

    /** Searches the course with both legs. */
    protected final List<Candidate> search(String text, ContentType... types) {
        float[] vector = embedder.embedQuery(text);
        return store.chunks().candidates(new CandidateQuery(COURSE, text, vector, Set.of(types), 100));
    }

    final void write(CourseId course, Passage.Document document, String... texts) {
        write(course, document, chunks(document, texts));
    }

    final void write(CourseId course, Passage.Document document, List<Chunk> chunks) {
        try (DocumentWriter writer = store.documents().replace(stored(course, document, chunks.size()))) {
            writer.add(embedded(chunks));
            writer.commit();
        }
    }

    final void reopen() {
        store.close();
        store = open(embedder.profile());
    }

    final List<EmbeddedChunk> embedded(List<Chunk> chunks) {
        return chunks.stream()
                .map(c -> new EmbeddedChunk(c, "hash of " + c.text(), embedder.embedQuery(c.text())))
                .toList();
    }
}
