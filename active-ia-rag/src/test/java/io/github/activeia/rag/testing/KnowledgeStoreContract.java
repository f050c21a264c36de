package io.github.activeia.rag.testing;

import static io.github.activeia.rag.testing.StoredChunks.chunks;
import static io.github.activeia.rag.testing.StoredChunks.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link KnowledgeStore} must do: find what it should, and only that, and keep documents whole. Inherit it, and say how to
 * open yours.
 */
public abstract class KnowledgeStoreContract extends StoredDocumentsContract {
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
    void same_question_gets_the_same_answer_however_often_it_is_asked() {
        write(COURSE, "a.md", "La cola circular.", "La pila.", "Grafos y caminos.");
        CandidateQuery byWords = new CandidateQuery(COURSE, "cola", null, Set.of(), 10);
        List<Candidate> both = search("cola");

        for (int i = 0; i < 12; i++) {
            assertThat(store().chunks().candidates(byWords)).hasSize(1);
            assertThat(search("cola")).containsExactlyInAnyOrderElementsOf(both);
        }
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

    private double lexical(String text, String chunk) {
        return search(text).stream()
                .filter(c -> c.chunk().id().equals(chunk))
                .mapToDouble(Candidate::lexical)
                .findFirst()
                .orElse(0);
    }
}
