package io.github.activeia.rag.store.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.store.langchain4j.FaultyEngine.Fault;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract cannot see: the engine's side, and what happens when it fails. */
class LangChain4jKnowledgeStoreTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final CourseId OTHER = new CourseId("álgebra ' or 1=1 --");

    private final BagOfWordsEmbedder embedder = new BagOfWordsEmbedder();
    private final FaultyEngine engine = new FaultyEngine();

    @TempDir
    Path directory;

    private KnowledgeStore beside;
    private LangChain4jKnowledgeStore store;

    @BeforeEach
    void openStore() {
        beside = LuceneKnowledgeStore.open(directory, embedder.profile());
        store = LangChain4jKnowledgeStore.of(engine, beside);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void engine_is_given_no_text_and_only_uuids_and_digests() {
        write(OTHER, "u1/o'hara.md", ContentType.SOLUTION, "La respuesta es cuarenta y dos.");

        EmbeddingMatch<?> held = segments().get(0);

        assertThat(UUID.fromString(held.embeddingId()).version()).isEqualTo(8);
        assertThat(segments().get(0).embedded().text()).isEqualTo(held.embeddingId());
        assertThat(segments().get(0).embedded().metadata().toMap())
                .containsOnlyKeys("activeia_scope", "activeia_document", "activeia_source")
                .containsEntry("activeia_source", "u1/o'hara.md")
                .extracting("activeia_scope", "activeia_document")
                .allMatch(value -> value.toString().matches("[0-9a-f-]{36}"));
    }

    @Test
    void leaking_filters_return_nothing_of_another_course_or_type() {
        write(COURSE, "t.md", ContentType.THEORY, "La pila crece hacia arriba.");
        write(COURSE, "s.md", ContentType.SOLUTION, "La cola circular, resuelta.");
        write(OTHER, "t.md", ContentType.THEORY, "La cola circular es de otra materia.");
        engine.become(Fault.FILTERS_LEAK);

        assertThat(texts(search("cola circular"))).containsExactly("La pila crece hacia arriba.");
    }

    @Test
    void more_is_asked_for_when_the_engine_returns_what_does_not_count() {
        write(COURSE, "t.md", ContentType.THEORY, "Grafos y caminos.");
        write(OTHER, "t.md", ContentType.THEORY, "Pilas uno.", "Pilas dos.", "Pilas tres.");
        engine.become(Fault.FILTERS_LEAK);

        List<Candidate> found = store.chunks().candidates(query("pilas", 1));

        assertThat(texts(found)).containsExactly("Grafos y caminos.");
    }

    @Test
    void engine_alone_decides_what_is_near_by_meaning() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola circular.", "Los grafos.");
        engine.removeAll(segments().stream().map(EmbeddingMatch::embeddingId).toList());

        assertThat(texts(search("cola"))).containsExactly("La cola circular.");
    }

    @Test
    void chunk_that_only_the_engine_finds_has_both_scores() {
        String[] texts = IntStream.range(0, 40).mapToObj(i -> "cola " + i).toArray(String[]::new);
        write(COURSE, "a.md", ContentType.THEORY, texts);
        write(COURSE, "b.md", ContentType.THEORY, "cola " + "palabra ".repeat(200));
        CandidateQuery all = new CandidateQuery(COURSE, "cola", embedder.embedQuery("cola"), Set.of(), 1000);
        Candidate expected = candidate(beside.chunks().candidates(all), "b.md#0");

        engine.removeAll(segments().stream()
                .filter(s ->
                        !s.embedded().metadata().getString("activeia_source").equals("b.md"))
                .map(EmbeddingMatch::embeddingId)
                .toList());
        Candidate found = candidate(store.chunks().candidates(query("cola", 3)), "b.md#0");

        assertThat(expected.lexical()).isPositive();
        assertThat(found.lexical()).isEqualTo(expected.lexical());
        assertThat(found.cosine()).isCloseTo(expected.cosine(), offset(1e-6));
    }

    @Test
    void one_search_is_enough_when_everything_counts() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.", "La pila.");
        engine.takeSearches();

        search("cola");

        assertThat(engine.takeSearches()).isEqualTo(1);
    }

    @Test
    void chunks_that_did_not_change_stay_in_the_engine() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.", "La pila.");
        engine.takeAdded();

        write(COURSE, "a.md", ContentType.THEORY, "La cola.", "El grafo.");

        assertThat(engine.takeAdded()).isEqualTo(1);
        assertThat(segments()).hasSize(2);
        assertThat(texts(search("cosas"))).containsExactlyInAnyOrder("La cola.", "El grafo.");
    }

    @Test
    void old_version_stays_when_the_engine_fails_to_add() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola vieja.");
        engine.become(Fault.ADDING_FAILS_HALFWAY);

        assertThatThrownBy(() -> write(COURSE, "a.md", ContentType.THEORY, "La cola nueva.", "Otra cola nueva."))
                .isInstanceOf(KnowledgeStoreException.class)
                .hasMessageContaining("the engine of the vectors failed")
                .hasMessageNotContaining("nueva")
                .satisfies(e ->
                        assertThat(((KnowledgeStoreException) e).retriable()).isTrue());

        engine.become(Fault.NONE);
        assertThat(segments()).hasSize(2);
        assertThat(texts(search("cola"))).containsExactly("La cola vieja.");
    }

    @Test
    void what_a_failure_left_is_removed_by_the_next_version() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola vieja.");
        engine.become(Fault.ADDING_FAILS_HALFWAY);
        assertThatThrownBy(() -> write(COURSE, "a.md", ContentType.THEORY, "La cola perdida.", "Otra."))
                .isInstanceOf(KnowledgeStoreException.class);
        engine.become(Fault.NONE);

        write(COURSE, "a.md", ContentType.THEORY, "La cola nueva.");

        assertThat(segments()).hasSize(1);
        assertThat(texts(search("cola"))).containsExactly("La cola nueva.");
    }

    @Test
    void new_version_is_there_when_the_old_one_cannot_be_removed() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola vieja.");
        engine.become(Fault.REMOVING_FAILS);

        write(COURSE, "a.md", ContentType.THEORY, "La cola nueva.");

        assertThat(segments()).hasSize(2);
        assertThat(texts(search("cola"))).containsExactly("La cola nueva.");
    }

    @Test
    void engine_that_cannot_remove_keeps_what_is_never_found() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola vieja.");
        write(COURSE, "b.md", ContentType.THEORY, "La cola borrada.");
        engine.become(Fault.REMOVING_IS_UNSUPPORTED);

        write(COURSE, "a.md", ContentType.THEORY, "La cola nueva.");
        store.documents().delete(COURSE, "b.md");

        assertThat(segments()).hasSize(3);
        assertThat(texts(search("cola"))).containsExactly("La cola nueva.");
    }

    @Test
    void engine_that_cannot_remove_by_filter_removes_by_ids() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.", "La pila.");
        engine.become(Fault.REMOVING_BY_FILTER_IS_UNSUPPORTED);

        store.documents().delete(COURSE, "a.md");

        assertThat(segments()).isEmpty();
        assertThat(search("cola")).isEmpty();
    }

    @Test
    void failed_deletion_can_be_tried_again() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.");
        engine.become(Fault.REMOVING_FAILS);
        assertThatThrownBy(() -> store.documents().delete(COURSE, "a.md")).isInstanceOf(KnowledgeStoreException.class);
        assertThat(store.documents().list(COURSE)).containsOnlyKeys("a.md");
        engine.become(Fault.NONE);

        store.documents().delete(COURSE, "a.md");

        assertThat(segments()).isEmpty();
        assertThat(store.documents().list(COURSE)).isEmpty();
    }

    @Test
    void failing_search_is_told_and_words_alone_go_on() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.");
        engine.become(Fault.SEARCHING_FAILS);

        assertThatThrownBy(() -> search("cola")).isInstanceOf(KnowledgeStoreException.class);
        assertThat(texts(store.chunks().candidates(new CandidateQuery(COURSE, "cola", null, Set.of(), 10))))
                .containsExactly("La cola.");
    }

    @Test
    void new_engine_is_filled_from_the_store_beside_it() {
        write(COURSE, "a.md", ContentType.THEORY, "La cola.", "La pila.");
        write(OTHER, "s.md", ContentType.SOLUTION, "La solución.");
        FaultyEngine fresh = new FaultyEngine();
        LangChain4jKnowledgeStore moved = LangChain4jKnowledgeStore.of(fresh, beside);

        moved.refillEngine();
        moved.refillEngine();

        assertThat(fresh.everything(embedder.embedQuery("cola"))).hasSize(3);
        assertThat(texts(moved.chunks().candidates(query("otra cosa", 10))))
                .containsExactlyInAnyOrder("La cola.", "La pila.");
    }

    private List<EmbeddingMatch<TextSegment>> segments() {
        return engine.everything(embedder.embedQuery("cola"));
    }

    private List<Candidate> search(String text) {
        return store.chunks().candidates(query(text, 100));
    }

    private CandidateQuery query(String text, int perLeg) {
        return new CandidateQuery(COURSE, text, embedder.embedQuery(text), Set.of(), perLeg);
    }

    private static List<String> texts(List<Candidate> candidates) {
        return candidates.stream().map(c -> c.chunk().text()).toList();
    }

    private static Candidate candidate(List<Candidate> candidates, String id) {
        return candidates.stream()
                .filter(c -> c.chunk().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void write(CourseId course, String source, ContentType type, String... texts) {
        Passage.Document document = new Passage.Document(source, "Apunte", type, null, null, null, "es", null, null);
        List<EmbeddedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String id = source + "#" + i;
            Chunk chunk = new Chunk(id, document, id, List.of(), i, null, texts[i], "");
            chunks.add(new EmbeddedChunk(chunk, "hash of " + texts[i], embedder.embedQuery(texts[i])));
        }
        try (DocumentWriter writer =
                store.documents().replace(new StoredDocument(course, document, "hash", texts.length))) {
            writer.add(chunks);
            writer.commit();
        }
    }
}
