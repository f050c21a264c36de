package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static io.github.activeia.rag.store.pgvector.Material.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class PgRolesTest {
    private static final PgVectorSettings SETTINGS = PgVectorSettings.builder()
            .schemaMode(SchemaMode.VALIDATE)
            .scoredLimit(500)
            .exactLimit(500)
            .build();

    private final TestRoles roles;
    private final DataSource retrieval;
    private final DataSource ingestion;

    PgRolesTest(TestDatabase database) {
        this.roles = new TestRoles(database);
        this.retrieval = roles.as(roles.retrieval());
        this.ingestion = roles.as(roles.ingestion());
    }

    @BeforeAll
    static void write(TestDatabase database) throws SQLException {
        TestRoles roles = new TestRoles(database);
        roles.create();
        roles.tables(SETTINGS);
        Sql.run(roles.as(roles.owner()), "CREATE TABLE students (name text)", "INSERT INTO students VALUES ('Ana')");
        Passage.Document large = Material.document("grande.md");
        try (KnowledgeStore store =
                PgVectorKnowledgeStore.open(roles.as(roles.ingestion()), Material.profile(), SETTINGS)) {
            Material.write(store, COURSE, large, Material.chunks(large, Material.texts(new Random(1), 1200, 12)));
            Material.write(store, OTHER, "otra.md", "La cola de otra materia.");
        }
        try (PgVectorKnowledgeStore store =
                PgVectorKnowledgeStore.open(roles.as(roles.owner()), Material.profile(), SETTINGS)) {
            store.maintain();
        }
    }

    @AfterAll
    static void dropRoles(TestDatabase database) throws SQLException {
        new TestRoles(database).drop();
    }

    @Test
    void both_legs_go_through_their_indexes_when_the_retrieval_role_searches_a_large_course(TestDatabase database)
            throws SQLException {
        int words = scans(database, "knowledge_lexicon_terms");
        int vectors = scans(database, "knowledge_documents_vectors");

        try (KnowledgeStore store = PgVectorKnowledgeStore.open(retrieval, Material.profile(), SETTINGS)) {
            assertThat(Material.texts(Material.search(store, COURSE, "fila777x")))
                    .anyMatch(text -> text.startsWith("fila777x"));
        }

        assertThat(scans(database, "knowledge_lexicon_terms")).isGreaterThan(words);
        assertThat(scans(database, "knowledge_documents_vectors")).isGreaterThan(vectors);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM students",
                "SELECT * FROM knowledge_documents_all",
                "SELECT * FROM knowledge_lexicon_all",
                "SELECT nextval('knowledge_numbers')",
                "INSERT INTO knowledge_sources SELECT * FROM knowledge_sources",
                "INSERT INTO knowledge_documents SELECT * FROM knowledge_documents",
                "UPDATE knowledge_documents SET content = ''",
                "DELETE FROM knowledge_documents",
                "DELETE FROM knowledge_lexicon",
                "DELETE FROM knowledge_terms",
                "UPDATE knowledge_statistics SET chunks = 0",
                "UPDATE knowledge_lengths SET mean = 0",
                "UPDATE knowledge_model SET model_id = ''",
                "DELETE FROM knowledge_schema",
                "TRUNCATE knowledge_documents",
                "CREATE TABLE mine (id integer)"
            })
    void is_refused_when_the_retrieval_role_asks_for(String sql) {
        assertThatThrownBy(() -> Sql.run(retrieval, sql)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM students",
                "SELECT * FROM knowledge_documents_all",
                "SELECT * FROM knowledge_lexicon_all",
                "SELECT knowledge_matches('{1}', '{}', '{}', '{1:1}/1000000000', '{teoria}', 10)",
                "UPDATE knowledge_model SET model_id = ''",
                "TRUNCATE knowledge_documents"
            })
    void is_refused_when_the_ingestion_role_asks_for(String sql) {
        assertThatThrownBy(() -> Sql.run(ingestion, sql)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource({"retrieval,0", "ingestion,0", "owner,0"})
    void nothing_is_seen_when_no_course_is_named(String who, int rows) throws SQLException {
        DataSource source =
                who.equals("owner") ? roles.as(roles.owner()) : who.equals("retrieval") ? retrieval : ingestion;

        for (String table : new String[] {"sources", "documents", "lexicon", "terms"}) {
            assertThat(Sql.number(source, "SELECT count(*) FROM knowledge_" + table))
                    .as(table)
                    .isEqualTo(rows);
        }
    }

    @Test
    void only_its_own_rows_are_seen_when_a_course_is_named() throws SQLException {
        for (String table : new String[] {"sources", "documents", "lexicon", "terms"}) {
            assertThat(Set.copyOf(Sql.ofCourse(retrieval, OTHER.value(), "SELECT course FROM knowledge_" + table)))
                    .as(table)
                    .containsExactly(OTHER.value());
        }
        assertThat(Sql.ofCourse(retrieval, "de nadie", "SELECT course FROM knowledge_documents"))
                .isEmpty();
    }

    @Test
    void numbers_of_another_course_are_not_given_when_a_course_is_named() throws SQLException {
        String terms = Sql.ofCourse(retrieval, COURSE.value(), "SELECT terms::text FROM knowledge_lexicon LIMIT 1")
                .get(0);
        String ask = "SELECT coalesce(cardinality(nos), 0) + coalesce(cardinality(scores), 0) FROM knowledge_matches('"
                + terms + "', '{}', '{}', '{1:1}/1000000000', '{teoria}', 10)";

        assertThat(Sql.ofCourse(retrieval, COURSE.value(), ask)).containsExactly("20");
        assertThat(Sql.ofCourse(retrieval, OTHER.value(), ask)).containsExactly("0");
        assertThat(Sql.column(retrieval, ask)).containsExactly("0");
    }

    @Test
    void row_of_another_course_is_refused_when_the_transaction_names_one() {
        String sql = "INSERT INTO knowledge_terms VALUES ('" + OTHER.value() + "', 1, 'a', 1, 0)";

        assertThatThrownBy(() -> Sql.ofCourse(ingestion, COURSE.value(), sql + " RETURNING course"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void function_that_runs_as_its_owner_looks_names_up_in_safe_schemas() throws SQLException {
        String definition = Sql.one(
                retrieval,
                "SELECT array_to_string(proconfig, ';') FROM pg_proc WHERE prosecdef"
                        + " AND pronamespace = 'public'::regnamespace");

        assertThat(definition).contains("search_path=pg_catalog, public, pg_temp");
    }

    @Test
    void nobody_else_may_call_the_functions() throws SQLException {
        int open = Sql.number(
                retrieval,
                "SELECT count(*) FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a"
                        + " WHERE proname LIKE 'knowledge\\_%' AND a.grantee = 0");

        assertThat(open).isZero();
    }

    @Test
    void foreign_functions_of_the_schema_stay_closed() throws SQLException {
        Sql.run(
                roles.as(roles.owner()),
                "CREATE FUNCTION secret() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "REVOKE ALL ON FUNCTION secret() FROM PUBLIC",
                PgVectorSchema.of(SETTINGS, Material.profile()).roles(roles.retrieval(), roles.ingestion()));

        assertThatThrownBy(() -> Sql.run(retrieval, "SELECT secret()")).hasMessageContaining("permission denied");
    }

    @Test
    void writing_says_what_is_missing_when_the_role_may_only_read() {
        try (KnowledgeStore store = PgVectorKnowledgeStore.open(retrieval, Material.profile(), SETTINGS)) {
            assertThatThrownBy(() -> Material.write(store, COURSE, "nueva.md", "Una cola."))
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("not permitted")
                    .hasMessageContaining("roles(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "none", "PUBLIC", "a b", "x; DROP TABLE students", "x\"", "", "ñandú"})
    void name_of_a_role_is_refused_when_it_is_none(String name) {
        PgVectorSchema schema = PgVectorSchema.of(SETTINGS, Material.profile());

        assertThatThrownBy(() -> schema.roles(name, "writer")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> schema.roles("reader", name)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> schema.roles("reader", "reader")).isInstanceOf(InvalidValueException.class);
    }

    private static int scans(TestDatabase database, String index) throws SQLException {
        return Indexes.scans(database.dataSource(), index);
    }
}
