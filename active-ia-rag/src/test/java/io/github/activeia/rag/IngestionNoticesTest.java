package io.github.activeia.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.ingestion.IngestionReport;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionNoticesTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final String HINTS = "pistas:\n  - {nivel: 1, texto: \"¿Qué entra primero?\"}\n";
    private static final String BODY = "# Colas\n\nUna cola.\n";

    @TempDir
    Path temporary;

    private Path course;
    private KnowledgeBase base;

    @BeforeEach
    void open() throws Exception {
        course = Files.createDirectory(temporary.resolve("algoritmos"));
        base = KnowledgeBase.lucene(temporary.resolve("index"), new BagOfWordsEmbedder());
    }

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void notes_a_key_of_front_matter_that_looks_like_a_known_one() throws Exception {
        write("tp1-consigna.md", "---\nautor: Ada\n" + HINTS.replace("pistas", "pista") + "---\n" + BODY);

        IngestionReport report = base.ingest(course);

        assertThat(report.added()).containsExactly("tp1-consigna.md");
        assertThat(report.failed()).isEmpty();
        assertThat(report.notices())
                .containsExactly(new Remark(
                        "tp1-consigna.md",
                        "its key pista is not read, but looks like pistas — if that is meant, write pistas"));
        assertThat(report.toString()).contains("\nnotice  tp1-consigna.md: its key pista");
    }

    @Test
    void notes_a_meta_name_of_a_page_that_looks_like_a_known_one() throws Exception {
        write(
                "guia.html",
                "<html><head><meta name=viewport content=x><meta name=author content=Ada><meta name=activty content=tp1>"
                        + "</head><body><h1>Colas</h1><p>Una cola.</p></body></html>");

        assertThat(base.ingest(course).notices())
                .containsExactly(new Remark(
                        "guia.html",
                        "its key activty is not read, but looks like activity — if that is meant, write activity"));
    }

    @Test
    void notes_each_unknown_key_of_the_course_file_once_and_reads_the_rest() throws Exception {
        write("unidad-1/a.md", BODY);
        write("unidad-1/b.md", BODY);
        write(
                "course.yaml",
                """
                course: algoritmos
                title: Algoritmos y Estructuras de Datos
                profesora: Ada
                Units: []
                unidades:
                  - {id: 1, carpeta: unidad-1, titulo: Colas, orden: 1}
                documents:
                  - {path: unidad-1/a.md, tema: colas, dificulty: basico}
                  - {path: unidad-1/b.md, topic: colas, dificulty: basico, pistas: []}
                """);

        IngestionReport report = base.ingest(course);

        String use = " is not read — use one of ";
        assertThat(report.added()).containsExactly("unidad-1/a.md", "unidad-1/b.md");
        assertThat(report.notices()).extracting(Remark::file).containsOnly("course.yaml");
        assertThat(report.notices())
                .extracting(Remark::message)
                .satisfiesExactly(
                        word -> assertThat(word)
                                .startsWith("its key profesora" + use + "course, title, ")
                                .endsWith(", units, unidades, documents, documentos, or take it out"),
                        word -> assertThat(word).startsWith("its key Units is not read, but looks like units — "),
                        word -> assertThat(word).startsWith("its key orden in units" + use + "id, folder, "),
                        word -> assertThat(word)
                                .startsWith("its key dificulty in documents is not read, but looks like difficulty"),
                        word -> assertThat(word).startsWith("its key pistas in documents" + use + "path, title, "));
    }

    @Test
    void notes_what_the_course_file_names_and_is_not_there() throws Exception {
        write(
                "course.yaml",
                """
                course: algoritmos
                units:
                  - {id: "1", folder: unidad-x}
                  - {id: "2", folder: unidad-2}
                documents:
                  - {path: colas.md, unit: "1"}
                """);
        Files.createDirectory(course.resolve("unidad-2"));
        write("unidad-2/pilas.md", BODY);

        assertThat(base.ingest(course).notices())
                .containsExactly(
                        new Remark("colas.md", "named in course.yaml, but not there — correct the path"),
                        new Remark(
                                "unidad-x",
                                "the folder of unit 1 in course.yaml has no file of the course — correct the folder"));
    }

    @Test
    void notes_a_second_assignment_of_one_activity_whenever_it_looks() throws Exception {
        write("unidad-1/tp-consigna.md", "# Uno\n\nUna cola.\n");
        write("unidad-2/tp-consigna.md", "# Dos\n\nUna pila.\n");
        Remark expected = new Remark(
                "unidad-2/tp-consigna.md",
                "defines the activity tp, which unidad-1/tp-consigna.md defines already, and only that one counts — give"
                        + " it another activity, or take one of the two out");

        assertThat(base.ingest(course).notices()).containsExactly(expected);
        assertThat(base.ingest(course).notices()).containsExactly(expected);
        assertThat(base.find(COURSE, new ActivityId("tp")).orElseThrow().title())
                .isEqualTo("Uno");

        Files.delete(course.resolve("unidad-1/tp-consigna.md"));
        assertThat(base.ingest(course).notices()).isEmpty();
    }

    @Test
    void notes_a_solution_whose_activity_has_no_assignment() throws Exception {
        String solution = "---\ncontent_type: solucion\nactivity: tp1\n---\n" + BODY;
        write("uno.md", solution);
        write("dos.md", solution.replace("tp1", "tp2"));
        write("tp1-consigna.md", BODY);
        List<Remark> expected = List.of(new Remark(
                "dos.md",
                "a solution of the activity tp2, which no assignment defines — give it the activity of its consigna, or"
                        + " add the consigna; for an exercise without one, leave it"));

        assertThat(base.ingest(course).notices()).isEqualTo(expected);
        assertThat(base.ingest(course).notices()).isEqualTo(expected);

        write("tp2-consigna.md", BODY);
        assertThat(base.ingest(course).notices()).isEmpty();
    }

    @Test
    void notes_hints_in_a_document_that_is_no_assignment() throws Exception {
        write("tp1-consigna.md", "---\n" + HINTS + "---\n" + BODY);
        write("tp1.md", "---\n" + HINTS + "---\n" + BODY);

        IngestionReport report = base.ingest(course);

        assertThat(report.added()).containsExactly("tp1-consigna.md", "tp1.md");
        assertThat(report.notices())
                .containsExactly(new Remark(
                        "tp1.md",
                        "has hints, but is a document of type teoria, and only the hints of a consigna are given — write"
                                + " content_type: consigna into its front matter, or move them to the consigna"));
    }

    private void write(String source, String text) throws Exception {
        Path file = course.resolve(source);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
