package io.github.activeia.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.trace.CognitiveTrace;
import io.github.activeia.core.trace.JsonLinesTraceStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart as its user does, with the real embedding model and the real course. */
class QuickstartTest {
    private static final String SAMPLES = "active-ia.samples";

    private final StringWriter printed = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    @TempDir
    private Path checkout;

    @BeforeEach
    void keepStateApart() throws IOException {
        System.setProperty(
                SAMPLES, Files.createDirectory(checkout.resolve("samples")).toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(SAMPLES);
    }

    @Test
    void tutors_the_sample_course_when_no_model_is_there() {
        int status = run("../quickstart/course", "--no-model", "--scenes", "conversation.yaml");

        assertThat(complaints.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("56 files (56 added")
                .contains("[1] unidad-3/insercion.md, «El invariante»")
                .contains("attempt: failed → help level 2", "attempt: failed → help level 3")
                .contains("route BLOCK · outcome BLOCKED · intent SOLUTION · risk HIGH")
                .contains("route ESCALATE · outcome ESCALATED · intent FRUSTRATION")
                .contains("route FALLBACK")
                .contains("risk CRITICAL")
                .contains("Written without a")
                .contains("retrieve confidence HIGH", " · no model")
                .doesNotContain("null", "\u001b");
        assertThat(traces()).hasSize(14).allSatisfy(trace -> assertThat(trace.steps())
                .isNotEmpty());
    }

    @Test
    void asks_a_course_of_the_users_own_about_what_it_has() throws IOException {
        Path course = Files.createDirectories(checkout.resolve("genetica/unidad-1"));
        Files.writeString(
                course.resolve("primera-ley.md"),
                """
                # La primera ley de Mendel

                ## Segregación

                La primera ley dice que los dos alelos de un gen se separan al formarse las gametas, de modo que cada gameta lleva uno solo.
                """);

        int status = run(checkout.resolve("genetica").toString(), "--no-model");

        assertThat(complaints.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("¿De qué trata «La primera ley de Mendel»?")
                .contains("[1] unidad-1/primera-ley.md, «Segregación»");
    }

    @Test
    void says_what_to_do_when_the_folder_is_missing() {
        int status = run(checkout.resolve("nothing").toString(), "--no-model");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString()).contains("must", "but was", " — ").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return Quickstart.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complaints, true))
                .execute(arguments);
    }

    private List<CognitiveTrace> traces() {
        return JsonLinesTraceStore.read(checkout.resolve(".active-ia/traces.jsonl"));
    }
}
