package io.github.activeia.rag.retrieval;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.Chunk;
import java.util.List;

/** Chunks and candidates for the tests of this package. */
final class Chunks {
    private Chunks() {}

    static Candidate candidate(String id, double lexical, double cosine) {
        return new Candidate(chunk(id, "s-" + id, 0, "Texto de " + id), lexical, cosine);
    }

    static Ranked ranked(String id, double score) {
        return new Ranked(candidate(id, 0, 0), score);
    }

    static Ranked ranked(Chunk chunk, double score) {
        return new Ranked(new Candidate(chunk, 0, 0), score);
    }

    static Ranked ranked(String id, double score, ContentType type, String unit, Difficulty difficulty) {
        Passage.Document document =
                new Passage.Document(id + ".md", id, type, unit, null, difficulty, "es", null, null);
        return ranked(new Chunk(id, document, "s-" + id, List.of(), 0, null, "Texto de " + id, ""), score);
    }

    static Chunk chunk(String id, String section, int position, String text) {
        Passage.Document document =
                new Passage.Document("a.md", "Apunte", ContentType.THEORY, null, null, null, "es", null, null);
        return new Chunk(id, document, section, List.of("Apunte"), position, null, text, "");
    }

    static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(r -> r.chunk().id()).toList();
    }
}
