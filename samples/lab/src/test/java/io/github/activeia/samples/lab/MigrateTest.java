package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the command as its user does, over what the ingest command wrote. */
class MigrateTest {
    private final StringWriter printed = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    @TempDir
    private Path work;

    @Test
    void copies_what_was_ingested_and_skips_it_the_second_time() throws IOException {
        Path course = course();
        assertThat(run("ingest", course.toString(), "--index", old())).isZero();

        int first = run("migrate", "--from", "lucene:" + old(), "--to", fresh());
        String copied = printed.toString();
        int second = run("migrate", "--from", old(), "--to", "lucene:" + fresh());

        assertThat(complaints.toString()).isEmpty();
        assertThat(first).isZero();
        assertThat(second).isZero();
        assertThat(copied)
                .contains("lucene:" + old() + " → lucene:" + fresh())
                .contains("apuntes: 2 documents (2 copied, 0 there before), 2 chunks")
                .contains("verified: 2 documents, 2 chunks in 1 courses");
        assertThat(printed.toString()).contains("2 documents (0 copied, 2 there before)");
        assertThat(passages(fresh())).isEqualTo(passages(old()));
    }

    @Test
    void status_is_1_when_not_everything_arrives() {
        EmbeddingProfile profile = EmbeddingProfile.of("made-up", 3);
        Passage.Document document =
                new Passage.Document("a.md", "A", ContentType.THEORY, null, null, null, "es", null, null);
        try (KnowledgeStore store = LuceneKnowledgeStore.open(Path.of(old()), profile);
                DocumentWriter writer =
                        store.documents().replace(new StoredDocument(new CourseId("c"), document, "hash", 5))) {
            writer.add(List.of());
            writer.commit();
        }

        int status = run("migrate", "--from", old(), "--to", fresh(), "--embedder", "made-up:3");

        assertThat(status).isEqualTo(1);
        assertThat(complaints.toString())
                .contains("must hold 1 documents with 5 chunks, but was 0 whole documents and 0 chunks");
    }

    @Test
    void status_is_2_when_the_store_to_read_is_not_there() {
        int status = run("migrate", "--from", work.resolve("nothing").toString(), "--to", fresh());

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString())
                .contains("store must be there to be read")
                .doesNotContain("\tat ");
        assertThat(work.resolve("nothing")).doesNotExist();
    }

    @Test
    void status_is_2_when_the_model_is_another() throws IOException {
        run("ingest", course().toString(), "--index", old());

        int status = run("migrate", "--from", old(), "--to", fresh(), "--embedder", "e5-small-v2-q:32");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString()).contains("embedding dimension must", "384");
    }

    @Test
    void status_is_2_when_the_embedder_is_not_understood() {
        int status = run("migrate", "--from", old(), "--to", fresh(), "--embedder", "e5");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString()).contains("--embedder must be MODEL:DIMENSION, but was e5");
    }

    private String old() {
        return work.resolve("old").toString();
    }

    private String fresh() {
        return work.resolve("new").toString();
    }

    private Path course() throws IOException {
        Path course = Files.createDirectory(work.resolve("apuntes"));
        Files.writeString(course.resolve("colas.md"), "# Colas\n\nLa cola circular reutiliza las posiciones libres.\n");
        Files.writeString(course.resolve("pilas.md"), "# Pilas\n\nLa pila devuelve primero lo último que entró.\n");
        return course;
    }

    private static KnowledgeResult passages(String index) {
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(Path.of(index))) {
            return knowledge.retrieve(KnowledgeQuery.of("¿Qué es una cola circular?", new CourseId("apuntes")));
        }
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(complaints, true));
        return lab.execute(arguments);
    }
}
