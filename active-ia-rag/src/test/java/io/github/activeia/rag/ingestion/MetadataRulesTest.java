package io.github.activeia.rag.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.parsing.Block;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataRulesTest {
    private static final String ENGLISH =
            "The queue is one of the structures that we use for this, and it is the first of "
                    + "these with which you can see if the cost is that of a list or not.";

    @ParameterizedTest
    @CsvSource({
        "unidad-3/insercion.md, 3,",
        "Unidad 03 - Listas/apunte.pdf, 3, THEORY",
        "unit-2/faq/colas.md, 2, FAQ",
        "03-listas/tp2-consigna.md, 3, ASSIGNMENT",
        "03_listas/ejercicios/uno.md, 3, EXERCISE",
        "modulo4/clase-transcripcion.md, 4, TRANSCRIPT",
        "unidad-5-ejemplo.md, 5, EXAMPLE",
        "tp2-solucion.md,, SOLUTION",
        "TP2Solucion.md,, SOLUTION",
        "Soluciones/unidad-1/tp1.md, 1, SOLUTION",
        "unidad-1/tp1-answer-key.docx, 1, SOLUTION",
        "respuestas/faq.md,, SOLUTION",
        "quimica/disoluciones.md,,",
        "apuntes/colas.md,, THEORY",
        "2023/resumen.md,,",
    })
    void understands_the_layout(String source, String unit, ContentType type) {
        FileMetadata layout = FolderLayout.of(source);

        assertThat(layout.unit()).isEqualTo(unit);
        assertThat(layout.contentType()).isEqualTo(type);
    }

    @Test
    void names_the_same_activity_for_an_assignment_and_its_solution() {
        assertThat(FolderLayout.of("u1/tp2-consigna.md").activity()).isEqualTo("tp2");
        assertThat(FolderLayout.of("u1/tp2-solucion.md").activity()).isEqualTo("tp2");
        assertThat(FolderLayout.of("u1/tp2.md").activity()).isNull();
    }

    @Test
    void lets_the_file_speak_before_the_map_the_layout_and_the_course() {
        CourseFile course = new CourseFile(
                null,
                FileMetadata.of(Map.of("difficulty", "avanzado", "version", "2026")),
                List.of(),
                Map.of("unidad-3/faq/a.md", Map.of("unit", "9", "topic", "colas", "title", "Del mapa")),
                List.of());
        FileMetadata own = FileMetadata.of(Map.of("Título", "Propio", "tipo_contenido", "Teoría"));

        Passage.Document document = new MetadataRules("unidad-3/faq/a.md", course).document(own, List.of());

        assertThat(document)
                .isEqualTo(new Passage.Document(
                        "unidad-3/faq/a.md",
                        "Propio",
                        ContentType.THEORY,
                        "9",
                        "colas",
                        Difficulty.ADVANCED,
                        "es",
                        "2026",
                        null));
    }

    @Test
    void keeps_a_solution_a_solution_unless_the_file_itself_denies_it() {
        CourseFile map = new CourseFile(
                null,
                FileMetadata.NOTHING,
                List.of(),
                Map.of(
                        "soluciones/a.md", Map.of("content_type", "teoria"),
                        "b.md", Map.of("tipo", "solución")),
                List.of());
        FileMetadata denies = FileMetadata.of(Map.of("content_type", "ejemplo"));

        assertThat(type("soluciones/a.md", map, FileMetadata.NOTHING)).isEqualTo(ContentType.SOLUTION);
        assertThat(type("b.md", map, FileMetadata.NOTHING)).isEqualTo(ContentType.SOLUTION);
        assertThat(type("soluciones/a.md", map, denies)).isEqualTo(ContentType.EXAMPLE);
    }

    @Test
    void guesses_the_language_and_the_title_when_nobody_says_them() {
        MetadataRules rules = new MetadataRules(
                "unit-1/the_queue.md", new CourseFile(null, FileMetadata.NOTHING, List.of(), Map.of(), List.of()));

        Passage.Document titled =
                rules.document(FileMetadata.NOTHING, List.of(new Block.Heading(1, "Queues"), Block.paragraph(ENGLISH)));
        Passage.Document untitled = rules.document(FileMetadata.NOTHING, List.of(Block.paragraph("Hola.")));

        assertThat(titled.title()).isEqualTo("Queues");
        assertThat(titled.language()).isEqualTo("en");
        assertThat(untitled.title()).isEqualTo("The queue");
        assertThat(untitled.language()).isEqualTo("es");
    }

    @Test
    void names_the_value_when_it_is_unknown() {
        assertThatThrownBy(() -> FileMetadata.of(Map.of("dificultad", "imposible")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("difficulty must be one of basico, intermedio, avanzado, but was imposible");
        assertThatThrownBy(() -> FileMetadata.of(Map.of("idioma", "castellano")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("language must be an ISO 639-1 code");
    }

    private static ContentType type(String source, CourseFile course, FileMetadata own) {
        return new MetadataRules(source, course).document(own, List.of()).contentType();
    }
}
