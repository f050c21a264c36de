package io.github.activeia.rag.testing;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;

/** Documents and chunks as the contract of the stores writes them. */
final class StoredChunks {
    private StoredChunks() {}

    static String[] version(int number) {
        return new String[] {
            "La cola, uno, versión " + number, "La cola, dos, versión " + number, "La cola, versión " + number
        };
    }

    static StoredDocument stored(CourseId course, Passage.Document document, int chunks) {
        return new StoredDocument(course, document, "hash of " + document.source(), chunks);
    }

    static Passage.Document document(String source) {
        return document(source, ContentType.THEORY);
    }

    static Passage.Document document(String source, ContentType type) {
        return new Passage.Document(source, "Apunte", type, null, null, null, "es", null, null);
    }

    static List<Chunk> chunks(Passage.Document document, String... texts) {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String id = document.source() + "#" + i;
            chunks.add(new Chunk(id, document, id, List.of(), i, null, texts[i], ""));
        }
        return chunks;
    }

    static double cosine(float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return dot / Math.sqrt(first * second);
    }
}
