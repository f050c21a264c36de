package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills a process that writes, at moments of chance, and looks at what it left. */
@ExtendWith(PostgresExtension.class)
class PgCrashTest {
    private static final int KILLS = 50;
    private static final int LONGEST_LIFE = 150;

    private final TestDatabase database;

    PgCrashTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void every_document_is_whole_when_its_writer_is_killed() throws Exception {
        Random random = new Random(20);
        int version = EndlessWriter.DOCUMENTS;
        try (KnowledgeStore store = PgVectorKnowledgeStore.open(database.dataSource(), Material.profile())) {
            for (int number = 0; number < EndlessWriter.DOCUMENTS; number++) {
                EndlessWriter.replace(store, number, number);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                writeAndDie(version, random.nextInt(LONGEST_LIFE));

                waitForSession();
                assertThat(Consistency.faults(database.dataSource(), "knowledge_"))
                        .as("after kill %s", kill)
                        .isEmpty();
                version = 1 + requireWhole(store);
            }
        }
        assertThat(version).isGreaterThan(2 * KILLS);
    }

    /** Starts a writer, waits for a first commit and then some more, and kills it. */
    private void writeAndDie(int version, int milliseconds) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        database.jdbcUrl(),
                        Integer.toString(version))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isNotNull();
            assertThat(writer.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    /** The server may be in the middle of the last commit, which then holds. */
    private void waitForSession() throws SQLException {
        String count =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '"
                        + EndlessWriter.NAME + "'";
        while (Sql.number(database.dataSource(), count) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Compares each document with the version that the catalog names, and returns the newest. */
    private int requireWhole(KnowledgeStore store) {
        Map<String, StoredDocument> catalog = store.documents().list(Material.COURSE);
        int newest = 0;
        for (int number = 0; number < EndlessWriter.DOCUMENTS; number++) {
            String source = EndlessWriter.source(number);
            int version = Integer.parseInt(catalog.get(source).contentHash());
            List<String> texts = new ArrayList<>();
            store.contents()
                    .read(
                            Material.COURSE,
                            source,
                            batch -> batch.forEach(c -> texts.add(c.chunk().text())));
            assertThat(texts).as(source).isEqualTo(EndlessWriter.texts(number, version));
            newest = Math.max(newest, version);
        }
        return newest;
    }
}
