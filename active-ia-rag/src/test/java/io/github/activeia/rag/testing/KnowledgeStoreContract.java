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
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.store.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link KnowledgeStore} must do. Inherit it, and say how to open yours. */
public abstract class KnowledgeStoreContract {
    /** A course. */
    protected static final CourseId COURSE = new CourseId("algoritmos");

    private static final CourseId OTHER = new CourseId("física i");

    private final Embedder embedder = new BagOfWordsEmbedder();
    private KnowledgeStore store;

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

    @Test
    void nothing_is_found_in_a_course_without_documents() {
        assertThat(search("cola")).isEmpty();
        assertThat(store.documents().list(COURSE)).isEmpty();
        assertThat(store.chunks().section(COURSE, "none")).isEmpty();
        assertThat(store.chunks().vocabulary(COURSE, "").chunks()).isZero();
        assertThat(store.chunks().vocabulary(COURSE, "").frequency("cola")).isZero();
        assertThat(store.chunks().vocabulary(COURSE, "").nearest("insercion")).isEmpty();
    }

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
    void nothing_of_another_course_is_returned() {
        write(COURSE, "cola.md", "La cola circular reutiliza el arreglo.");
        write(OTHER, "cola.md", "La cola circular es de otra materia.");

        assertThat(search("cola circular"))
                .extracting(c -> c.chunk().text())
                .containsExactly("La cola circular reutiliza el arreglo.");
        assertThat(store.chunks().section(OTHER, "cola.md#0"))
                .extracting(Chunk::text)
                .containsExactly("La cola circular es de otra materia.");
        assertThat(store.chunks().vocabulary(COURSE, "").frequency("materia")).isZero();
    }

    @Test
    void scores_do_not_depend_on_other_courses() {
        write(COURSE, "a.md", "La cola circular.", "La pila crece.");
        double before = lexical("cola circular", "a.md#0");

        write(OTHER, "b.md", "Otra cola circular.", "Más colas circulares.");

        assertThat(lexical("cola circular", "a.md#0")).isEqualTo(before);
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
    void only_the_content_types_that_are_asked_for_are_returned() {
        write(COURSE, document("t.md", ContentType.THEORY), "La cola en teoría.");
        write(COURSE, document("e.md", ContentType.EXAMPLE), "La cola en un ejemplo.");

        assertThat(search("cola", ContentType.EXAMPLE))
                .extracting(c -> c.chunk().text())
                .containsExactly("La cola en un ejemplo.");
    }

    @Test
    void solutions_are_returned_through_their_own_door_only() {
        write(COURSE, document("s.md", ContentType.SOLUTION), "La cola secreta resuelta.");
        write(COURSE, document("t.md", ContentType.THEORY), "La cola en teoría.");

        assertThat(search("cola secreta")).extracting(c -> c.chunk().text()).containsExactly("La cola en teoría.");
        assertThat(search("cola", ContentType.SOLUTION))
                .extracting(c -> c.chunk().text())
                .containsExactly("La cola secreta resuelta.");
        assertThat(store.chunks().section(COURSE, "s.md#0")).isEmpty();
    }

    @Test
    void vocabulary_knows_no_word_of_a_solution() {
        write(COURSE, document("s.md", ContentType.SOLUTION), "El resultado confidencial.");
        write(COURSE, document("t.md", ContentType.THEORY), "La cola en teoría.");

        assertThat(store.chunks().vocabulary(COURSE, "").chunks()).isEqualTo(1);
        assertThat(store.chunks().vocabulary(COURSE, "").frequency("confidencial"))
                .isZero();
        assertThat(store.chunks().vocabulary(COURSE, "").nearest("confidencail"))
                .isEmpty();
    }

    @Test
    void vocabulary_counts_inflections_together_and_finds_slips() {
        write(COURSE, "a.md", "La inserción ordena.", "Las inserciones son cortas.", "La selección también.");

        assertThat(store.chunks().vocabulary(COURSE, "").chunks()).isEqualTo(3);
        assertThat(store.chunks().vocabulary(COURSE, "").frequency("INSERCION")).isEqualTo(2);
        assertThat(store.chunks().vocabulary(COURSE, "").nearest("inesrcion")).containsExactly("insercion");
        assertThat(store.chunks().vocabulary(COURSE, "").nearest("seleccon")).containsExactly("seleccion");
    }

    @Test
    void words_of_the_question_and_others_are_counted_alike() {
        write(COURSE, "a.md", "La inserción ordena.", "La cola.");

        Vocabulary words = store.chunks().vocabulary(COURSE, "¿Qué es la inserción?");

        assertThat(words.frequency("inserción")).isEqualTo(1);
        assertThat(words.frequency("es")).isZero();
        assertThat(words.frequency("cola")).isEqualTo(1);
        assertThat(words.frequency("la")).isEqualTo(2);
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
    void candidates_have_the_scores_of_both_legs() {
        write(COURSE, "a.md", "La cola circular.", "La pila crece hacia arriba.", "Grafos y caminos.");

        List<Candidate> found = search("cola circular");

        assertThat(found).hasSize(3);
        assertThat(found)
                .filteredOn(c -> c.lexical() > 0)
                .extracting(c -> c.chunk().id())
                .containsExactly("a.md#0");
        assertThat(found).allSatisfy(c -> assertThat(c.cosine()).isBetween(0.0001, 1.0001));
        assertThat(found).extracting(c -> c.chunk().id()).doesNotHaveDuplicates();
    }

    @Test
    void candidate_of_one_leg_is_scored_by_the_other_too() {
        write(COURSE, "a.md", "cola cola cola", "cola grafo camino nodo arista peso", "grafo camino nodo arista peso");
        float[] vector = embedder.embedQuery("grafo camino nodo arista peso");

        List<Candidate> found = store.chunks().candidates(new CandidateQuery(COURSE, "cola", vector, Set.of(), 1));

        assertThat(found).extracting(c -> c.chunk().id()).containsExactlyInAnyOrder("a.md#0", "a.md#2");
        assertThat(found).filteredOn(c -> c.chunk().id().equals("a.md#0")).allSatisfy(c -> {
            assertThat(c.lexical()).isPositive();
            assertThat(c.cosine()).isBetween(0.0, 0.5);
        });
    }

    @Test
    void words_alone_are_searched_when_there_is_no_vector() {
        write(COURSE, "a.md", "La cola circular.", "La pila.");

        List<Candidate> found = store.chunks().candidates(new CandidateQuery(COURSE, "cola", null, Set.of(), 10));

        assertThat(found).extracting(c -> c.chunk().id()).containsExactly("a.md#0");
        assertThat(found.get(0).cosine()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"que es ordenacion por insercion", "ORDENACIÓN POR INSERCIÓN", "¿ordenaciones por inserción?"})
    void accents_case_and_inflection_do_not_matter(String question) {
        write(COURSE, "a.md", "La ordenación por inserción desplaza la clave.", "La pila crece.");

        assertThat(lexical(question, "a.md#0")).isPositive();
        assertThat(lexical(question, "a.md#1")).isZero();
    }

    @Test
    void english_documents_are_searched_with_english_words() {
        Passage.Document english =
                new Passage.Document("r.md", "Recursion", ContentType.THEORY, null, null, null, "en", null, null);
        write(COURSE, english, chunks(english, "Functions calling themselves."));

        assertThat(lexical("function calls", "r.md#0")).isPositive();
    }

    @Test
    void documents_in_any_other_language_are_searched_too() {
        Passage.Document portuguese =
                new Passage.Document("p.md", "Fila", ContentType.THEORY, null, null, null, "pt", null, null);
        write(COURSE, portuguese, chunks(portuguese, "A fila é uma estrutura."));

        assertThat(lexical("fila", "p.md#0")).isPositive();
    }

    @Test
    void section_comes_in_the_order_of_the_document() {
        Passage.Document document = document("a.md");
        List<Chunk> chunks = new ArrayList<>();
        for (int i : new int[] {2, 0, 1}) {
            chunks.add(new Chunk("c" + i, document, "section", List.of(), i, null, "Parte " + i, ""));
        }
        write(COURSE, document, chunks);

        assertThat(store.chunks().section(COURSE, "section"))
                .extracting(Chunk::id)
                .containsExactly("c0", "c1", "c2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "AND ((",
                "\"cola",
                "cola* OR [a TO",
                "🐟🐟🐟",
                "¿?",
                "de la que el",
                "'; DROP TABLE chunks; --",
                "\u0000\uD800",
                "%_\\"
            })
    void hostile_text_is_only_text(String text) {
        write(COURSE, "a.md", "La cola circular.");

        assertThat(search(text)).hasSizeLessThanOrEqualTo(1);
        assertThat(store.chunks().vocabulary(COURSE, "").frequency(text)).isNotNegative();
        assertThat(store.chunks().vocabulary(COURSE, "").nearest(text)).isNotNull();
    }

    @Test
    void very_long_text_is_only_text() {
        write(COURSE, "a.md", "La cola circular.");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("palabra").append(i).append(' ');
        }

        assertThat(search(text + "cola")).hasSize(1);
        assertThat(search("x".repeat(100_000))).hasSize(1);
        assertThat(store.chunks().vocabulary(COURSE, "").nearest("x".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void number_of_candidates_is_limited_per_leg() {
        String[] texts = new String[50];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "La cola número " + i;
        }
        write(COURSE, "a.md", texts);

        List<Candidate> found = store.chunks()
                .candidates(new CandidateQuery(COURSE, "cola", embedder.embedQuery("cola"), Set.of(), 10));

        assertThat(found).hasSizeBetween(10, 20);
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

    /** Writes a document of theory in Spanish, one chunk for each text. */
    protected final void write(CourseId course, String source, String... texts) {
        write(course, document(source), chunks(document(source), texts));
    }

    /** Searches the course with both legs. */
    protected final List<Candidate> search(String text, ContentType... types) {
        float[] vector = embedder.embedQuery(text);
        return store.chunks().candidates(new CandidateQuery(COURSE, text, vector, Set.of(types), 100));
    }

    private void write(CourseId course, Passage.Document document, String... texts) {
        write(course, document, chunks(document, texts));
    }

    private void write(CourseId course, Passage.Document document, List<Chunk> chunks) {
        try (DocumentWriter writer = store.documents().replace(stored(course, document, chunks.size()))) {
            writer.add(embedded(chunks));
            writer.commit();
        }
    }

    private void reopen() {
        store.close();
        store = open(embedder.profile());
    }

    private double lexical(String text, String chunk) {
        return search(text).stream()
                .filter(c -> c.chunk().id().equals(chunk))
                .mapToDouble(Candidate::lexical)
                .findFirst()
                .orElse(0);
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

    private List<EmbeddedChunk> embedded(List<Chunk> chunks) {
        return chunks.stream()
                .map(c -> new EmbeddedChunk(c, "hash of " + c.text(), embedder.embedQuery(c.text())))
                .toList();
    }
}
