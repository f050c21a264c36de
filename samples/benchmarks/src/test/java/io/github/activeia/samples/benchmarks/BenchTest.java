package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as its user does, over a small made-up corpus and a real database. */
@ExtendWith(PostgresExtension.class)
class BenchTest {
    private static final String SAMPLES = "active-ia.samples";

    private final StringWriter complaints = new StringWriter();
    private final TestDatabase database;

    @TempDir
    private Path checkout;

    BenchTest(TestDatabase database) {
        this.database = database;
    }

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
    void measures_every_contender_when_the_corpus_is_small() throws IOException {
        Path report = checkout.resolve("report.md");

        int status = run(
                "run",
                "--corpus",
                corpus(40),
                "--db",
                database.jdbcUrl(),
                "--chunks",
                "60",
                "--quick",
                "--out",
                report.toString());

        assertThat(status).as(complaints.toString()).isZero();
        String text = Files.readString(report);
        assertThat(text).contains("## made-up: 40 passages, 40 questions timed", "## made-up-60: 60 passages");
        assertThat(text).contains("| plain SQL, exact | vector | 5 % |").doesNotContain(database.toString());
        for (Peer peer : Peer.values()) {
            assertThat(text)
                    .contains("| " + peer.label() + " | " + peer.modes().get(0).label() + " | 8 |");
        }
        assertThat(text.lines().filter(line -> line.startsWith("| plain SQL, exact | vector |")))
                .filteredOn(line -> line.split("\\|", -1).length > 9)
                .isNotEmpty()
                .allMatch(line -> line.endsWith("| 1.000 |"));
        assertThat(schemas()).isEmpty();
    }

    @Test
    void fails_when_a_floor_is_missed_and_somebody_checks() throws IOException {
        int status = run(
                "run",
                "--corpus",
                corpus(12),
                "--db",
                database.jdbcUrl(),
                "--quick",
                "--contenders",
                "sql_exact",
                "--check",
                "--out",
                checkout.resolve("report.md").toString());

        assertThat(status).isEqualTo(1);
        assertThat(complaints.toString()).contains("FAIL", "not measured");
    }

    @Test
    void says_everything_that_is_wrong_with_the_call() {
        int status = run("run", "--corpus", checkout.resolve("nothing").toString(), "--db", " ", "--chunks", "-1");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString())
                .contains("--db must be given", "--chunks must be from 0", "--corpus must be a folder")
                .doesNotContain("\tat ");
    }

    @Test
    void keeps_the_password_to_itself_when_nobody_answers() {
        int status =
                run("run", "--corpus", checkout.toString(), "--db", "jdbc:postgresql://127.0.0.1:1/x?password=hush");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString())
                .contains("--db must reach a PostgreSQL with pgvector")
                .doesNotContain("hush");
    }

    @Test
    void refuses_the_address_of_another_kind_of_database() {
        int status = run("run", "--corpus", checkout.toString(), "--db", "jdbc:h2:mem:hush");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString())
                .contains("--db must start with jdbc:postgresql://")
                .doesNotContain("hush");
    }

    @Test
    void names_the_contenders_when_there_is_none_of_that_name() {
        int status = run("run", "--corpus", checkout.toString(), "--contenders", "oracle");

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString()).contains("SPRING_AI");
    }

    private int run(String... arguments) {
        return Bench.commandLine(MadeUp::model)
                .setErr(new PrintWriter(complaints, true))
                .execute(arguments);
    }

    private List<String> schemas() {
        return Database.open(database.jdbcUrl())
                .strings("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'bench%'");
    }

    private String corpus(int size) throws IOException {
        Path folder = Files.createDirectory(checkout.resolve("made-up"));
        List<String> passages = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        List<String> answers = new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
        Dataset data = MadeUp.dataset(size);
        for (int i = 0; i < size; i++) {
            Row row = data.rows().get(i);
            Asked asked = data.questions().get(i);
            passages.add(
                    "{\"id\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}".formatted(row.id(), row.title(), row.text()));
            questions.add("{\"id\":\"%s\",\"text\":\"%s\"}".formatted(asked.id(), asked.text()));
            answers.add(asked.id() + "\t" + row.id() + "\t1");
        }
        Files.write(folder.resolve("corpus.jsonl"), passages);
        Files.write(folder.resolve("queries.jsonl"), questions);
        Files.write(folder.resolve("qrels.tsv"), answers);
        return folder.toString();
    }
}
