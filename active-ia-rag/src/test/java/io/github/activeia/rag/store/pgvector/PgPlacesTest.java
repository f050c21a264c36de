package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStore;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the tables and the extension are. */
class PgPlacesTest {
    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void nothing_is_made_when_the_extension_is_missing() throws SQLException {
        Sql.run(database.dataSource(), "DROP EXTENSION vector");

        assertThatThrownBy(() -> open(database.dataSource(), PgVectorSettings.defaults()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("extension vector must be installed in database " + database)
                .hasMessageContaining("CREATE EXTENSION vector");
        assertThat(Sql.number(
                        database.dataSource(),
                        "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isZero();
    }

    @Test
    void remedy_is_told_when_the_extension_is_off_the_search_path() throws SQLException {
        moveExtension();

        assertThatThrownBy(() -> open(database.dataSource(), PgVectorSettings.defaults()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("search_path");
    }

    @Test
    void store_works_when_the_extension_has_a_schema_of_its_own() throws SQLException {
        moveExtension();
        PgVectorSettings settings = PgVectorSettings.builder()
                .schema("material")
                .tablePrefix("propias_")
                .scoredLimit(1000)
                .exactLimit(100)
                .build();
        Sql.run(database.dataSource(), "CREATE SCHEMA material");

        try (KnowledgeStore store = open(withPath("extensiones"), settings)) {
            Material.write(
                    store,
                    Material.COURSE,
                    "a.md",
                    Material.texts(new Random(2), 1100, 6).toArray(String[]::new));

            assertThat(Material.texts(Material.search(store, Material.COURSE, "fila7x")))
                    .anyMatch(text -> text.startsWith("fila7x"));
        }
        assertThat(Indexes.exists(database.dataSource(), "material.propias_lexicon_terms"))
                .isTrue();
        assertThat(Indexes.exists(database.dataSource(), "material.propias_documents_vectors"))
                .isTrue();
    }

    @Test
    void missing_schema_is_told() {
        PgVectorSettings settings = PgVectorSettings.builder().schema("nadie").build();

        assertThatThrownBy(() -> open(database.dataSource(), settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CREATE SCHEMA nadie");
    }

    @Test
    void stores_are_apart_when_their_prefixes_are() {
        PgVectorSettings one = PgVectorSettings.builder().tablePrefix("uno_").build();
        PgVectorSettings other = PgVectorSettings.builder().tablePrefix("dos_").build();

        try (KnowledgeStore first = open(database.dataSource(), one);
                KnowledgeStore second = open(database.dataSource(), other)) {
            Material.write(first, Material.COURSE, "a.md", "La cola circular.");

            assertThat(Material.search(first, Material.COURSE, "cola")).hasSize(1);
            assertThat(Material.search(second, Material.COURSE, "cola")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "a b",
                "a;drop",
                "a\"",
                "a'",
                "a.b",
                "ñ",
                "1a",
                "a\n",
                "a$",
                "${k}",
                "a--",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void hostile_name_is_refused(String name) {
        assertThatThrownBy(() -> PgVectorSettings.builder().schema(name).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("schema must");
        assertThatThrownBy(() -> PgVectorSettings.builder().tablePrefix(name).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tablePrefix must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "select_", "_", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "t9_"})
    void unusual_prefix_is_only_a_name(String name) {
        PgVectorSettings settings = PgVectorSettings.builder().tablePrefix(name).build();

        try (KnowledgeStore store = open(database.dataSource(), settings)) {
            Material.write(store, Material.COURSE, "a.md", "La cola circular.");

            assertThat(Material.search(store, Material.COURSE, "cola")).hasSize(1);
        }
    }

    private void moveExtension() throws SQLException {
        Sql.run(database.dataSource(), "CREATE SCHEMA extensiones", "ALTER EXTENSION vector SET SCHEMA extensiones");
    }

    private DataSource withPath(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setCurrentSchema(schema);
        return source;
    }

    private static KnowledgeStore open(DataSource source, PgVectorSettings settings) {
        return PgVectorKnowledgeStore.open(source, Material.profile(), settings);
    }
}
