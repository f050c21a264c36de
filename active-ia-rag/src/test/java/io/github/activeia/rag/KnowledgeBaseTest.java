package io.github.activeia.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.EmbeddedCourse;
import io.github.activeia.core.knowledge.EmbeddedCourseProvider;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.ingestion.IngestionProgress;
import io.github.activeia.rag.ingestion.IngestionReport;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.ingestion.IngestionSettings;
import io.github.activeia.rag.parsing.UnreadableDocumentException;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final String LONG = "Una oración con varias palabras que ocupa su lugar en el apunte. ".repeat(20);

    @TempDir
    Path temporary;

    private final BagOfWordsEmbedder embedder = new BagOfWordsEmbedder();
    private Path course;
    private KnowledgeBase base;

    @BeforeEach
    void open() throws Exception {
        course = Files.createDirectory(temporary.resolve("Álgoritmos"));
        write(
                "unidad-1/colas.md",
                "# Colas\n\n## Cola circular\n\nLa cola circular usa un arreglo.\n\n## Otra\n\n" + LONG);
        write("unidad-1/tp1-consigna.md", "# TP1\n\nImplementá una cola.\n\n## Entrega\n\nEl viernes.\n");
        write("unidad-1/tp1-solucion.md", "# TP1\n\nclass Cola: pass\n");
        base = KnowledgeBase.lucene(temporary.resolve("index"), embedder);
    }

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void finds_what_it_ingested_but_never_a_solution() {
        IngestionReport report = base.ingest(course);

        List<Passage> passages =
                base.retrieve(KnowledgeQuery.of("cola circular", COURSE)).passages();

        assertThat(report.course()).isEqualTo(COURSE);
        assertThat(report.added())
                .containsExactly("unidad-1/colas.md", "unidad-1/tp1-consigna.md", "unidad-1/tp1-solucion.md");
        assertThat(passages).extracting(p -> p.document().source()).contains("unidad-1/colas.md");
        assertThat(passages).extracting(p -> p.document().source()).doesNotContain("unidad-1/tp1-solucion.md");
        assertThat(base.nearest(COURSE, "class Cola", 3)).hasSize(1);
        assertThat(report.notices()).extracting(Remark::file).containsExactly("unidad-1/tp1-solucion.md");
    }

    @Test
    void embeds_nothing_when_nothing_changed() {
        base.ingest(course);
        int first = embedder.takeCount();

        IngestionReport again = base.ingest(course);

        assertThat(first).isPositive();
        assertThat(embedder.takeCount()).isZero();
        assertThat(again.unchanged()).hasSize(3);
        assertThat(again.chunks()).isZero();
        assertThat(again.toString()).contains("the index was there already").doesNotContain("0 chunks");
    }

    @Test
    void embeds_only_the_chunk_that_changed() throws Exception {
        base.ingest(course);
        embedder.takeCount();
        write(
                "unidad-1/colas.md",
                "# Colas\n\n## Cola circular\n\nLa cola circular usa dos índices.\n\n## Otra\n\n" + LONG);

        IngestionReport again = base.ingest(course);

        assertThat(embedder.takeCount()).isEqualTo(1);
        assertThat(again.updated()).containsExactly("unidad-1/colas.md");
        assertThat(again.reused()).isEqualTo(again.chunks() - 1).isPositive();
    }

    @Test
    void forgets_a_file_that_is_gone() throws Exception {
        base.ingest(course);
        Files.delete(course.resolve("unidad-1/colas.md"));

        IngestionReport again = base.ingest(course);

        assertThat(again.deleted()).containsExactly("unidad-1/colas.md");
        assertThat(base.retrieve(KnowledgeQuery.of("arreglo", COURSE)).passages())
                .extracting(p -> p.document().source())
                .doesNotContain("unidad-1/colas.md");
    }

    @Test
    void reads_again_when_only_the_course_file_changed() throws Exception {
        write("course.yaml", "course: algoritmos\n");
        base.ingest(course);
        write("course.yaml", "course: algoritmos\ndocuments:\n  - {path: unidad-1/colas.md, topic: colas}\n");

        IngestionReport again = base.ingest(course);

        assertThat(again.updated()).containsExactly("unidad-1/colas.md");
        assertThat(embedder.takeCount()).isPositive();
        assertThat(again.embedded()).isZero();
    }

    @Test
    void reports_a_broken_file_keeps_its_earlier_version_and_goes_on() throws Exception {
        base.ingest(course);
        write("unidad-1/colas.md", "---\ndificultad: imposible\n---\n# Colas\n\nNuevo.\n");
        write("unidad-2/roto.pdf", "%PDF-1.7 nada");
        write("unidad-2/vacio.md", "# Solo título\n");
        write("unidad-2/pilas.md", "# Pilas\n\nUna pila.\n");
        write("unidad-2/foto.png", "x");
        write(".oculto/a.md", "x");

        IngestionReport report = base.ingest(course);

        assertThat(report.failed())
                .extracting(Remark::file)
                .containsExactly("unidad-1/colas.md", "unidad-2/roto.pdf", "unidad-2/vacio.md");
        assertThat(report.failed().get(0).message())
                .contains("difficulty must be one of", "its earlier version stays in use");
        assertThat(report.added()).containsExactly("unidad-2/pilas.md");
        assertThat(report.skipped()).extracting(Remark::file).containsExactly(".oculto", "unidad-2/foto.png");
        assertThat(report.toString()).contains("3 failed").contains("failed  unidad-2/roto.pdf");
        assertThat(base.retrieve(KnowledgeQuery.of("cola circular arreglo", COURSE))
                        .passages())
                .extracting(p -> p.document().source())
                .contains("unidad-1/colas.md");
    }

    @Test
    void removes_the_earlier_version_when_a_broken_file_became_a_solution() throws Exception {
        base.ingest(course);
        write("unidad-1/colas.md", "---\ntipo: solucion\ndificultad: imposible\n---\n# Colas\n\nNuevo.\n");

        IngestionReport report = base.ingest(course);

        assertThat(report.failed().get(0).message()).contains("its earlier version was removed");
        assertThat(base.retrieve(KnowledgeQuery.of("cola circular", COURSE)).passages())
                .extracting(p -> p.document().source())
                .doesNotContain("unidad-1/colas.md");
    }

    @Test
    void names_the_setting_when_a_file_is_too_large() throws Exception {
        write("grande.txt", LONG.repeat(10));
        try (LuceneKnowledgeStore store = LuceneKnowledgeStore.open(temporary.resolve("other"), embedder.profile())) {
            KnowledgeBase small = KnowledgeBase.builder()
                    .store(store)
                    .embedder(embedder)
                    .ingestion(IngestionSettings.builder().maxFileBytes(4096).build())
                    .build();

            IngestionReport report = small.ingest(course);

            assertThat(report.failed()).hasSize(1);
            assertThat(report.failed().get(0).message()).contains("more than maxFileBytes (4096)");
        }
    }

    @Test
    void follows_no_link_out_of_the_folder() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secreto.md"), "# Secreto\n\nNo es del curso.\n");
        Files.createSymbolicLink(course.resolve("enlace.md"), secret);

        IngestionReport report = base.ingest(course);

        assertThat(report.skipped()).extracting(Remark::file).containsExactly("enlace.md");
    }

    @Test
    void refuses_a_folder_that_cannot_be_a_course() throws Exception {
        Path empty = Files.createDirectory(temporary.resolve("vacia"));

        assertThatThrownBy(() -> base.ingest(empty))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("hold at least one file in a known format");
        assertThatThrownBy(() -> base.ingest(temporary.resolve("nada"))).hasMessageContaining("folder must exist");
        assertThatThrownBy(() -> base.ingest(course.resolve("unidad-1/colas.md")))
                .hasMessageContaining("folder must be a folder");
    }

    @Test
    void changes_nothing_when_the_course_file_is_wrong() throws Exception {
        write("course.yaml", "course: [a\n");

        assertThatThrownBy(() -> base.ingest(course))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("course.yaml is wrong");
        assertThat(embedder.takeCount()).isZero();
    }

    @Test
    void tells_how_far_it_is() {
        List<IngestionProgress> told = new ArrayList<>();

        base.ingest(course, told::add);

        IngestionProgress last = told.get(told.size() - 1);
        assertThat(told.get(0).file()).isEqualTo("unidad-1/colas.md");
        assertThat(last.filesDone()).isEqualTo(3).isEqualTo(last.filesTotal());
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal()).isPositive();
        assertThat(told).extracting(IngestionProgress::chunks).isSorted();
    }

    @Test
    void knows_the_activities_of_the_course() {
        base.ingest(course);

        Activity activity = base.find(COURSE, new ActivityId("tp1")).orElseThrow();

        assertThat(activity.title()).isEqualTo("TP1");
        assertThat(activity.unit()).isEqualTo("1");
        assertThat(activity.instructions()).isEqualTo("Implementá una cola.\n\nEl viernes.");
        assertThat(base.find(COURSE, new ActivityId("tp9"))).isEmpty();
    }

    @Test
    void knows_the_hints_that_a_teacher_wrote_into_an_assignment_and_never_searches_them() throws Exception {
        Files.writeString(
                course.resolve("unidad-1/tp1-consigna.md"),
                """
                ---
                titulo: TP1
                pistas:
                  - {nivel: 1, texto: "¿Qué entra primero?"}
                  - nivel: mas_concreto
                    texto: Dividí el problema en encolar y desencolar rinocerontes.
                hints_of_others: 7
                ---
                # TP1

                Implementá una cola.
                """);
        base.ingest(course);

        Activity activity = base.find(COURSE, new ActivityId("tp1")).orElseThrow();

        assertThat(activity.hints())
                .containsExactly(
                        new Hint(HelpLevel.ORIENT, "¿Qué entra primero?"),
                        new Hint(HelpLevel.STRATEGY, "Dividí el problema en encolar y desencolar rinocerontes."));
        assertThat(activity.instructions()).doesNotContain("rinocerontes");
        assertThat(base.retrieve(KnowledgeQuery.of("rinocerontes", COURSE)).passages())
                .noneMatch(passage -> passage.text().contains("rinocerontes"));
    }

    @Test
    void tells_which_file_has_hints_that_cannot_be_read() throws Exception {
        Files.writeString(
                course.resolve("unidad-1/tp1-consigna.md"),
                "---\nhints:\n  - {level: 9, text: no}\n---\n# TP1\n\nImplementá una cola.\n");
        Files.writeString(course.resolve("unidad-1/colas.md"), "---\npistas: {nivel: 1}\n---\n# Colas\n\nUna cola.\n");

        IngestionReport report = base.ingest(course);

        assertThat(report.failed()).hasSize(2);
        assertThat(report.failed())
                .extracting(Remark::message)
                .anyMatch(reason -> reason.contains("helpLevel must be"));
        assertThat(report.failed())
                .extracting(Remark::message)
                .anyMatch(reason -> reason.contains("hints must be a list of at most 50 hints, but was no list"));
    }

    @Test
    void is_found_as_a_service_and_keeps_its_index_out_of_the_folder() throws Exception {
        EmbeddedCourseProvider provider =
                ServiceLoader.load(EmbeddedCourseProvider.class).findFirst().orElseThrow();
        System.setProperty(
                FolderCourses.CACHE_PROPERTY, temporary.resolve("cache").toString());
        try {
            EmbeddedCourse opened = ((FolderCourses) provider).open(course, embedder);
            opened.resource().close();

            assertThat(opened.course()).isEqualTo(COURSE);
            assertThat(temporary.resolve("cache")).isNotEmptyDirectory();
            assertThat(course.resolve(".cache")).doesNotExist();
        } finally {
            System.clearProperty(FolderCourses.CACHE_PROPERTY);
        }
    }

    @Test
    void names_what_is_missing_when_it_is_built_without_it() {
        assertThatThrownBy(() -> KnowledgeBase.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("store must be set")
                .hasMessageContaining("embedder must be set");
    }

    private void write(String source, String text) throws Exception {
        Path file = course.resolve(source);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
