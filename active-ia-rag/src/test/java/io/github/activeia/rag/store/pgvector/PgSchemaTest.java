package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class PgSchemaTest {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final DataSource database;
    private final String prefix = "s" + TESTS.incrementAndGet() + "_";

    PgSchemaTest(TestDatabase database) {
        this.database = database.dataSource();
    }

    @Test
    void nothing_is_asked_of_the_server_when_the_mode_is_none() {
        try (KnowledgeStore store = open(SchemaMode.NONE)) {
            assertThatThrownBy(() -> Material.search(store, Material.COURSE, "cola"))
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("42883")
                    .hasMessageContaining("MIGRATE");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SchemaMode.class,
            names = {"VALIDATE", "PRINT"})
    void missing_tables_are_told_and_not_made_when_they_are_only_checked(SchemaMode mode) throws SQLException {
        assertThatThrownBy(() -> open(mode))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be of version 2, but was missing")
                .hasMessageContaining("script()");

        assertThat(tables()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,MIGRATE", "3,newer"})
    void other_version_is_refused(int version, String remedy) throws SQLException {
        open(SchemaMode.MIGRATE).close();
        Sql.run(
                database,
                "DELETE FROM " + prefix + "schema WHERE version < 2",
                "UPDATE " + prefix + "schema SET version = " + (version == 0 ? -1 : version));

        for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            assertThatThrownBy(() -> open(mode))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("must be of version 2")
                    .hasMessageContaining(remedy);
        }
    }

    @Test
    void tables_of_the_first_version_are_told_or_brought_up_to_date() throws SQLException {
        open(SchemaMode.MIGRATE).close();
        Sql.run(
                database,
                "ALTER TABLE " + prefix + "sources DROP COLUMN hints",
                "DELETE FROM " + prefix + "schema WHERE version = 2");

        assertThatThrownBy(() -> open(SchemaMode.VALIDATE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be of version 2, but was version 1")
                .hasMessageContaining("V2__hints.sql");
        open(SchemaMode.MIGRATE).close();

        assertThatCode(() -> open(SchemaMode.VALIDATE).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE OR REPLACE FUNCTION %snear(query vector(64), types text[], most integer) RETURNS bigint[]"
                        + " LANGUAGE sql AS 'SELECT NULL::bigint[]'",
                "ALTER FUNCTION %smatches SECURITY INVOKER",
                "ALTER FUNCTION %snear RESET enable_seqscan",
                "DROP FUNCTION %sscored",
                "DROP FUNCTION %scandidates",
                "CREATE FUNCTION %snear(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "COMMENT ON FUNCTION %scandidates IS NULL"
            })
    void functions_are_refused_when_somebody_changed_them(String change) throws SQLException {
        open(SchemaMode.MIGRATE).close();
        Sql.run(database, String.format(change, prefix));

        assertThatThrownBy(() -> open(SchemaMode.VALIDATE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("search functions must be those of this version")
                .hasMessageContaining("MIGRATE");
    }

    @Test
    void functions_are_made_again_when_somebody_changed_them_and_the_mode_is_migrate() throws SQLException {
        open(SchemaMode.MIGRATE).close();
        Sql.run(
                database,
                "ALTER FUNCTION " + prefix + "near RESET enable_seqscan",
                "DROP FUNCTION " + prefix + "scored");

        open(SchemaMode.MIGRATE).close();

        assertThatCode(() -> open(SchemaMode.VALIDATE).close()).doesNotThrowAnyException();
    }

    @Test
    void nothing_changes_when_it_is_migrated_twice() throws SQLException {
        open(SchemaMode.MIGRATE).close();
        String before = functions();

        open(SchemaMode.MIGRATE).close();

        assertThat(functions()).isEqualTo(before);
    }

    @Test
    void one_does_the_work_when_eight_migrate_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> openings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            openings.add(() -> {
                open(SchemaMode.MIGRATE).close();
                return true;
            });
        }

        for (Future<Boolean> opening : threads.invokeAll(openings)) {
            assertThat(opening.get()).isTrue();
        }
        threads.shutdown();

        assertThat(Sql.column(database, "SELECT version FROM " + prefix + "schema"))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(Sql.number(database, "SELECT count(*) FROM " + prefix + "model"))
                .isEqualTo(1);
    }

    @Test
    void sql_is_in_the_log_when_the_mode_is_print() {
        open(SchemaMode.MIGRATE).close();
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));

        try {
            open(SchemaMode.PRINT).close();
        } finally {
            System.setErr(err);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("CREATE TABLE \"public\"." + prefix + "documents")
                .doesNotContain("${");
    }

    @Test
    void store_opens_when_the_host_ran_the_script_itself() throws SQLException {
        Sql.run(
                database,
                PgVectorSchema.of(settings(SchemaMode.NONE), Material.profile()).script());

        try (KnowledgeStore store = open(SchemaMode.VALIDATE)) {
            Material.write(store, Material.COURSE, "a.md", "La cola circular.");
            assertThat(Material.search(store, Material.COURSE, "cola")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "other-model,64,FULL,embedding model",
        "bag-of-words,32,FULL,embedding dimension",
        "bag-of-words,64,HALF,storage",
        "bag-of-words,64,BINARY,storage"
    })
    void tables_are_refused_when_they_were_made_with_something_else(
            String model, int dimension, VectorStorage storage, String property) {
        open(SchemaMode.MIGRATE).close();
        EmbeddingProfile other = new EmbeddingProfile(model, dimension, "", "", 512, true);

        for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            PgVectorSettings settings = PgVectorSettings.builder()
                    .tablePrefix(prefix)
                    .schemaMode(mode)
                    .storage(storage)
                    .build();
            assertThatThrownBy(() -> PgVectorKnowledgeStore.open(database, other, settings))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(property + " must")
                    .hasMessageContaining("ingest again");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'model", "'; DROP TABLE x; --", "a\\'b", "${prefix}", "$$", "ñ?🐟", "{fn now()}"})
    void name_of_a_model_is_only_text(String model) throws SQLException {
        EmbeddingProfile profile = new EmbeddingProfile(model, 64, "", "", 512, true);

        PgVectorKnowledgeStore.open(database, profile, settings(SchemaMode.MIGRATE))
                .close();

        assertThat(Sql.column(database, "SELECT model_id FROM " + prefix + "model"))
                .containsExactly(model);
        assertThatCode(() -> PgVectorKnowledgeStore.open(database, profile, settings(SchemaMode.VALIDATE))
                        .close())
                .doesNotThrowAnyException();
    }

    private KnowledgeStore open(SchemaMode mode) {
        return PgVectorKnowledgeStore.open(database, Material.profile(), settings(mode));
    }

    private PgVectorSettings settings(SchemaMode mode) {
        return PgVectorSettings.builder().tablePrefix(prefix).schemaMode(mode).build();
    }

    private int tables() throws SQLException {
        return Sql.number(database, "SELECT count(*) FROM pg_class WHERE relname LIKE '" + prefix + "%'");
    }

    private String functions() throws SQLException {
        return String.valueOf(Sql.one(
                database,
                "SELECT string_agg(xmin::text, ',' ORDER BY oid) FROM pg_proc WHERE proname LIKE '" + prefix + "%'"));
    }
}
