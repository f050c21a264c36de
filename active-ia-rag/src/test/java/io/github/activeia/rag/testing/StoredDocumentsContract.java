package io.github.activeia.rag.testing;

import static io.github.activeia.rag.testing.StoredChunks.chunks;
import static io.github.activeia.rag.testing.StoredChunks.cosine;
import static io.github.activeia.rag.testing.StoredChunks.document;
import static io.github.activeia.rag.testing.StoredChunks.stored;
import static io.github.activeia.rag.testing.StoredChunks.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The half of the contract about documents: written, replaced, deleted, read whole, and there after reopening. */
abstract class StoredDocumentsContract extends StoreUnderTest {
    @Test
    void chunk_comes_back_as_it_was_written() {
        Passage.Document document = new Passage.Document(
                "u1/ñandú «a».md", "Título", ContentType.FAQ, "1", "tema", Difficulty.ADVANCED, "es", "v2", "tp1");
        Chunk chunk =
                new Chunk("id-1", document, "s-1", List.of("Título", "Cola"), 4, 7, "La cola 🐟 es `FIFO`.", "antes");

        write(COURSE, document, List.of(chunk));

        assertThat(search("cola")).extracting(Candidate::chunk).containsExactly(chunk);
        assertThat(store.documents().list(COURSE))
                .containsExactly(Map.entry(
                        document.source(), new StoredDocument(COURSE, document, "hash of u1/ñandú «a».md", 1)));
    }

    @Test
    void hints_come_back_as_they_were_written_and_are_replaced_with_their_document() {
        Passage.Document document = document("tp1.md", ContentType.ASSIGNMENT);
        List<Hint> hints = List.of(
                new Hint(HelpLevel.SPECIFIC, "Escribí «i < n»,\ncon \"comillas\", {llaves} y 🐟."),
                new Hint(HelpLevel.ORIENT, "¿Qué entra primero?"));

        try (DocumentWriter writer =
                store.documents().replace(new StoredDocument(COURSE, document, "hash 1", 0, hints))) {
            writer.commit();
        }
        reopen();
        List<Hint> kept = store.documents().list(COURSE).get("tp1.md").hints();
        try (DocumentWriter writer = store.documents().replace(new StoredDocument(COURSE, document, "hash 2", 0))) {
            writer.commit();
        }

        assertThat(kept).isEqualTo(hints);
        assertThat(store.documents().list(COURSE).get("tp1.md").hints()).isEmpty();
    }

    @Test
    void deleting_in_one_course_leaves_the_same_source_of_another() {
        write(COURSE, "cola.md", "La cola circular.");
        write(OTHER, "cola.md", "La cola de otra materia.");

        store.documents().delete(COURSE, "cola.md");

        assertThat(search("cola")).isEmpty();
        assertThat(store.documents().list(COURSE)).isEmpty();
        assertThat(store.documents().list(OTHER)).containsOnlyKeys("cola.md");
    }

    @Test
    void deleting_what_is_not_there_does_nothing() {
        store.documents().delete(COURSE, "nunca.md");

        assertThat(store.documents().list(COURSE)).isEmpty();
    }

    @Test
    void new_version_replaces_the_old_one_whole() {
        write(COURSE, "cola.md", "La cola vieja.", "Otra parte de la cola vieja.");

        write(COURSE, "cola.md", "La cola nueva.");

        assertThat(search("cola")).extracting(c -> c.chunk().text()).containsExactly("La cola nueva.");
        assertThat(store.documents().list(COURSE).get("cola.md").chunks()).isEqualTo(1);
    }

    /** A store that cannot tell has no version at all, which no cache relies on. */
    @Test
    void version_is_another_one_after_each_write_and_the_same_while_nothing_is_written() {
        List<String> versions = new ArrayList<>();
        Runnable look = () -> store.documents().version(COURSE).ifPresent(versions::add);

        look.run();
        write(COURSE, "cola.md", "La cola vieja.");
        look.run();
        write(COURSE, "cola.md", "La cola nueva.");
        look.run();
        write(COURSE, "cola.md", "La cola nueva.");
        look.run();
        store.documents().delete(COURSE, "cola.md");
        look.run();
        write(COURSE, "cola.md", "La cola vieja.");
        look.run();

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(store.documents().version(COURSE))
                .isEqualTo(versions.stream().reduce((a, b) -> b));
        write(OTHER, "cola.md", "De otra materia.");
        assertThat(store.documents().version(COURSE))
                .isEqualTo(versions.stream().reduce((a, b) -> b));
    }

    @Test
    void old_version_stays_until_the_commit() {
        write(COURSE, "cola.md", "La cola vieja.");

        try (DocumentWriter writer = store.documents().replace(stored(COURSE, document("cola.md"), 1))) {
            writer.add(embedded(chunks(document("cola.md"), "La cola nueva.")));

            assertThat(search("cola")).extracting(c -> c.chunk().text()).containsExactly("La cola vieja.");
        }
    }

    @Test
    void old_version_stays_when_a_writer_is_closed_without_commit() {
        write(COURSE, "cola.md", "La cola vieja.");

        try (DocumentWriter writer = store.documents().replace(stored(COURSE, document("cola.md"), 1))) {
            writer.add(embedded(chunks(document("cola.md"), "La cola nueva.")));
        }
        reopen();

        assertThat(search("cola")).extracting(c -> c.chunk().text()).containsExactly("La cola vieja.");
    }

    @Test
    void reader_never_sees_a_mixture_of_two_versions() throws Exception {
        write(COURSE, "cola.md", version(0));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();

        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> mixtures(done), executor);
        for (int i = 1; i <= 20; i++) {
            write(COURSE, "cola.md", version(i));
        }
        done.set(true);

        assertThat(reader.get()).isZero();
        executor.shutdown();
    }

    @Test
    void document_without_chunks_is_in_the_catalog() {
        write(COURSE, "vacio.md");

        assertThat(store.documents().list(COURSE)).containsOnlyKeys("vacio.md");
    }

    @Test
    void everything_is_there_after_reopening() {
        write(COURSE, "cola.md", "La cola circular.");

        reopen();

        assertThat(search("cola")).extracting(c -> c.chunk().text()).containsExactly("La cola circular.");
        assertThat(store.documents().list(COURSE)).containsOnlyKeys("cola.md");
        assertThat(store.chunks().section(COURSE, "cola.md#0")).hasSize(1);
    }

    @Test
    void vectors_are_known_by_the_hash_of_their_text() {
        write(COURSE, "cola.md", "La cola circular.", "La pila.");

        try (DocumentWriter writer = store.documents().replace(stored(COURSE, document("otra.md"), 0))) {
            Map<String, float[]> known = writer.known(List.of("hash of La pila.", "never seen"));

            assertThat(known).containsOnlyKeys("hash of La pila.");
            assertThat(cosine(known.get("hash of La pila."), embedder.embedQuery("La pila.")))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void vectors_of_another_course_are_not_known() {
        write(OTHER, "cola.md", "La cola circular.");

        try (DocumentWriter writer = store.documents().replace(stored(COURSE, document("cola.md"), 0))) {
            assertThat(writer.known(List.of("hash of La cola circular."))).isEmpty();
        }
    }

    @Test
    void vector_of_the_wrong_size_is_refused() {
        try (DocumentWriter writer = store.documents().replace(stored(COURSE, document("cola.md"), 1))) {
            Chunk chunk = chunks(document("cola.md"), "La cola.").get(0);

            assertThatThrownBy(() -> writer.add(List.of(new EmbeddedChunk(chunk, "hash", new float[3]))))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("vector must");
        }
    }

    @Test
    void contents_are_everything_that_was_written() {
        write(COURSE, "a.md", "La cola circular.", "La pila crece.");
        write(COURSE, document("s.md", ContentType.SOLUTION), "La solución.");
        write(OTHER, "a.md", "De otra materia.");

        List<EmbeddedChunk> read = new ArrayList<>();
        store.contents().read(COURSE, "a.md", read::addAll);
        store.contents().read(COURSE, "s.md", read::addAll);

        assertThat(store.contents().courses()).containsExactly(COURSE, OTHER);
        assertThat(read)
                .extracting(c -> c.chunk().text())
                .containsExactly("La cola circular.", "La pila crece.", "La solución.");
        assertThat(read).allSatisfy(c -> {
            assertThat(c.embeddingHash()).isEqualTo("hash of " + c.chunk().text());
            assertThat(cosine(c.vector(), embedder.embedQuery(c.chunk().text())))
                    .isGreaterThan(0.99);
        });
    }

    @Test
    void contents_of_what_is_not_there_are_empty() {
        List<EmbeddedChunk> read = new ArrayList<>();
        store.contents().read(COURSE, "nunca.md", read::addAll);

        assertThat(read).isEmpty();
        assertThat(store.contents().courses()).isEmpty();
    }

    @Test
    void another_model_is_refused_with_the_way_out() {
        write(COURSE, "a.md", "La cola circular.");
        store.close();
        EmbeddingProfile other = new EmbeddingProfile("another-model", 64, "", "", 512, true);

        assertThatThrownBy(() -> open(other).close())
                .isInstanceOf(ActiveIaException.class)
                .hasMessageContaining("another-model")
                .hasMessageContaining("ingest again");
        store = open(embedder.profile());
    }

    @Test
    void another_dimension_is_refused() {
        write(COURSE, "a.md", "La cola circular.");
        store.close();
        EmbeddingProfile other = new EmbeddingProfile("bag-of-words", 32, "", "", 512, true);

        assertThatThrownBy(() -> open(other).close())
                .isInstanceOf(ActiveIaException.class)
                .hasMessageContaining("dimension");
        store = open(embedder.profile());
    }

    @Test
    void closed_store_says_so() {
        write(COURSE, "a.md", "La cola circular.");
        store.close();

        assertThatThrownBy(() -> search("cola")).isInstanceOf(ActiveIaException.class);
        store.close();
    }

    private int mixtures(AtomicBoolean done) {
        int mixtures = 0;
        while (!done.get()) {
            List<String> versions = search("cola").stream()
                    .map(c -> c.chunk().text().substring(c.chunk().text().lastIndexOf(' ')))
                    .toList();
            boolean whole = versions.size() == 3 && versions.stream().distinct().count() == 1;
            mixtures += whole ? 0 : 1;
        }
        return mixtures;
    }
}
