package io.github.activeia.rag.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridRetrieverTest {
    private static final CourseId COURSE = new CourseId("algoritmos");

    private final Embedder embedder = new BagOfWordsEmbedder();
    private KnowledgeStore store;
    private HybridRetriever retriever;

    @BeforeEach
    void writeCourse(@TempDir Path directory) {
        store = LuceneKnowledgeStore.open(directory, embedder.profile());
        retriever = HybridRetriever.of(store, embedder, RetrievalSettings.defaults());
        write("insercion.md", ContentType.THEORY, "La ordenación por inserción desplaza la clave hacia la izquierda.");
        write("cola.md", ContentType.THEORY, "La cola circular reutiliza las posiciones libres del arreglo.");
        write("pila.md", ContentType.THEORY, "La pila apila y desapila por el mismo extremo.");
        write("tp2.md", ContentType.SOLUTION, "La cola circular resuelta: frente = (frente + 1) % n.");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "¿Qué es la ordenación por inserción?, insercion.md",
        "que es ordenacion por insercion, insercion.md",
        "QUE ES LA INESRCION, insercion.md",
        "inserccion, insercion.md",
        "q es una cola ciruclar, cola.md",
        "para que uso la pila, pila.md"
    })
    void passage_is_found_as_students_type(String question, String source) {
        KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of(question, COURSE));

        assertThat(result.passages().get(0).document().source()).isEqualTo(source);
    }

    @Test
    void words_that_the_material_uses_are_left_alone() {
        QueryPreparation preparation = new QueryPreparation();

        String prepared = preparation.prepare(
                "¿La clave desplaza la calve?", store.chunks().vocabulary(COURSE, ""));

        assertThat(prepared).isEqualTo("¿La clave desplaza la clave?");
    }

    @Test
    void words_with_no_neighbour_are_left_alone() {
        String prepared = new QueryPreparation()
                .prepare("¿Quién ganó el mundial? 🐟", store.chunks().vocabulary(COURSE, ""));

        assertThat(prepared).isEqualTo("¿Quién ganó el mundial? 🐟");
    }

    @Test
    void question_of_the_course_is_more_probable_than_another() {
        KnowledgeResult inside = retriever.retrieve(KnowledgeQuery.of("que es la cola circular", COURSE));
        KnowledgeResult outside = retriever.retrieve(KnowledgeQuery.of("quien gano el mundial", COURSE));

        assertThat(inside.probability()).isGreaterThan(outside.probability());
        assertThat(outside.sufficient()).isFalse();
    }

    @Test
    void solutions_are_found_through_their_own_door_only() {
        KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of("cola circular resuelta frente", COURSE));
        List<SolutionIndex.StoredSolution> solutions = retriever.nearest(COURSE, "frente = (frente + 1) % n", 3);

        assertThat(result.passages())
                .extracting(p -> p.document().contentType())
                .doesNotContain(ContentType.SOLUTION);
        assertThat(solutions).extracting(SolutionIndex.StoredSolution::source).containsExactly("tp2.md");
    }

    @Test
    void other_content_types_are_left_out_when_some_are_asked_for() {
        KnowledgeResult result =
                retriever.retrieve(KnowledgeQuery.of("cola circular", COURSE).among(Set.of(ContentType.FAQ)));

        assertThat(result.passages()).isEmpty();
    }

    @Test
    void number_of_passages_is_limited() {
        KnowledgeResult result =
                retriever.retrieve(KnowledgeQuery.of("cola circular", COURSE).atMost(1));

        assertThat(result.passages()).extracting(Passage::id).containsExactly("cola.md");
    }

    @Test
    void nothing_is_found_in_a_course_without_material() {
        KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of("cola circular", new CourseId("vacía")));

        assertThat(result.passages()).isEmpty();
        assertThat(result.sufficient()).isFalse();
        assertThat(result.confidence()).isEqualTo(RetrievalConfidence.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "AND ((", "🐟🐟", "¿?", "de la que", "\"", "\u0000", "cola^99~"})
    void odd_text_never_fails(String text) {
        KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of(text, COURSE));

        assertThat(result.probability()).isBetween(0.0, 1.0);
        assertThat(retriever.nearest(COURSE, text, 5)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void very_long_text_never_fails() {
        KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of("cola palabra ".repeat(10_000), COURSE));

        assertThat(result.passages()).isNotEmpty();
    }

    private void write(String source, ContentType type, String text) {
        Passage.Document document = new Passage.Document(source, "Apunte", type, null, null, null, "es", null, null);
        Chunk chunk = new Chunk(source, document, source, List.of(), 0, null, text, "");
        try (DocumentWriter writer = store.documents().replace(new StoredDocument(COURSE, document, "hash", 1))) {
            writer.add(List.of(new EmbeddedChunk(chunk, source, embedder.embedQuery(text))));
            writer.commit();
        }
    }
}
