package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Material of courses, written to a store and searched there. */
final class Material {
    static final CourseId COURSE = new CourseId("algoritmos");
    static final CourseId OTHER = new CourseId("física i");

    private static final BagOfWordsEmbedder EMBEDDER = new BagOfWordsEmbedder();

    private Material() {}

    static EmbeddingProfile profile() {
        return EMBEDDER.profile();
    }

    static Passage.Document document(String source) {
        return document(source, ContentType.THEORY, "es");
    }

    static Passage.Document document(String source, ContentType type, String language) {
        return new Passage.Document(source, "Apunte", type, null, null, null, language, null, null);
    }

    static List<EmbeddedChunk> chunks(Passage.Document document, List<String> texts) {
        List<EmbeddedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            chunks.add(chunk(document, i, texts.get(i), EMBEDDER.embedQuery(texts.get(i))));
        }
        return chunks;
    }

    static EmbeddedChunk chunk(Passage.Document document, int position, String text, float[] vector) {
        String id = document.source() + "#" + position;
        Chunk chunk = new Chunk(id, document, id, List.of(), position, null, text, "");
        return new EmbeddedChunk(chunk, "hash of " + text, vector);
    }

    static void write(KnowledgeStore store, CourseId course, String source, String... texts) {
        Passage.Document document = document(source);
        write(store, course, document, chunks(document, List.of(texts)));
    }

    static void write(KnowledgeStore store, CourseId course, Passage.Document document, List<EmbeddedChunk> chunks) {
        try (DocumentWriter writer = writer(store, course, document, chunks.size())) {
            for (int i = 0; i < chunks.size(); i += 500) {
                writer.add(chunks.subList(i, Math.min(chunks.size(), i + 500)));
            }
            writer.commit();
        }
    }

    static DocumentWriter writer(KnowledgeStore store, CourseId course, Passage.Document document, int chunks) {
        return store.documents().replace(new StoredDocument(course, document, "hash of " + document.source(), chunks));
    }

    static List<Candidate> search(KnowledgeStore store, CourseId course, String text, ContentType... types) {
        return store.chunks()
                .candidates(new CandidateQuery(course, text, EMBEDDER.embedQuery(text), Set.of(types), 1000));
    }

    static List<String> texts(List<Candidate> found) {
        return found.stream().map(candidate -> candidate.chunk().text()).toList();
    }

    /** Returns texts of some words each, the low numbers much commoner than the high ones. */
    static List<String> texts(Random random, int count, int words) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("fila").append(i).append('x');
            for (int w = 0; w < words; w++) {
                int number = (int) (2000 * Math.pow(random.nextDouble(), 3));
                text.append(" palabra").append(number).append('z');
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
