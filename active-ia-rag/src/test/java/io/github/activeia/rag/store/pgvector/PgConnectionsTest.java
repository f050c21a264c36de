package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static io.github.activeia.rag.store.pgvector.Material.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.Vocabulary;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A pool that hands out the same connection again and again. */
@ExtendWith(PostgresExtension.class)
class PgConnectionsTest {
    private static final String SETTINGS = "SELECT concat_ws('|', current_setting('activeia.course', true),"
            + " current_setting('statement_timeout'), current_setting('hnsw.ef_search', true),"
            + " current_setting('hnsw.iterative_scan', true), current_setting('ivfflat.probes', true),"
            + " current_setting('ivfflat.iterative_scan', true))";

    private final TestRoles roles;
    private CountingSource pool;

    PgConnectionsTest(TestDatabase database) {
        this.roles = new TestRoles(database);
    }

    @BeforeAll
    static void createRoles(TestDatabase database) throws SQLException {
        new TestRoles(database).create();
    }

    @AfterAll
    static void dropRoles(TestDatabase database) throws SQLException {
        new TestRoles(database).drop();
    }

    @BeforeEach
    void openPool() throws SQLException {
        pool = new CountingSource(roles.as(roles.owner()), true);
    }

    @AfterEach
    void closePool() throws SQLException {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connection_comes_back_as_it_was_lent(boolean autoCommit) throws SQLException {
        try (CountingSource lent = new CountingSource(roles.as(roles.owner()), autoCommit);
                KnowledgeStore store = open(lent)) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            Material.search(store, COURSE, "cola");
            store.contents().courses();
            assertThatThrownBy(() -> Material.write(store, OTHER, "\u0000.md", "La cola."))
                    .isInstanceOf(KnowledgeStoreException.class);

            assertThat(lent.getConnection().getAutoCommit()).isEqualTo(autoCommit);
        }
    }

    @Test
    void nothing_of_a_call_is_left_when_the_connection_is_lent_again() throws SQLException {
        try (KnowledgeStore store = open(pool)) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            Material.search(store, COURSE, "cola");

            assertThat(Sql.column(pool, SETTINGS)).containsExactly("|0|40|off|1|off");
            assertThat(Sql.one(pool, "SELECT count(*) FROM knowledge_documents"))
                    .isEqualTo("0");
        }
    }

    @Test
    void other_courses_are_invisible_below_the_store_when_a_transaction_names_one() throws SQLException {
        try (KnowledgeStore store = open(pool)) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            Material.write(store, OTHER, "b.md", "La cola de otra materia.");

            for (String table : new String[] {"documents", "lexicon", "sources", "terms"}) {
                assertThat(Sql.ofCourse(pool, COURSE.value(), "SELECT DISTINCT course FROM knowledge_" + table))
                        .containsExactly(COURSE.value());
            }
            assertThat(Sql.ofCourse(
                            pool,
                            COURSE.value(),
                            "DELETE FROM knowledge_documents WHERE course = 'física i' RETURNING 1"))
                    .isEmpty();
        }
    }

    @Test
    void no_connection_is_held_between_calls() throws SQLException {
        try (KnowledgeStore store = open(pool);
                DocumentWriter writer = Material.writer(store, COURSE, Material.document("w.md"), 2)) {
            assertThat(pool.borrowed()).isZero();
            writer.known(List.of("hash"));
            assertThat(pool.borrowed()).isZero();
            writer.add(Material.chunks(Material.document("w.md"), List.of("La cola.", "La pila.")));
            assertThat(pool.borrowed()).isZero();
            writer.commit();
            assertThat(pool.borrowed()).isZero();
            Vocabulary words = store.chunks().vocabulary(COURSE, "cola");
            words.nearest("coal");
            store.contents()
                    .read(COURSE, "w.md", batch -> assertThat(pool.borrowed()).isZero());
            store.chunks().section(COURSE, "w.md#0");
            store.documents().delete(COURSE, "w.md");
            assertThat(pool.borrowed()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(PreferQueryMode.class)
    void courses_are_apart_in_each_mode_of_the_driver(PreferQueryMode mode) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) roles.as(roles.owner());
        source.setPreferQueryMode(mode);
        try (KnowledgeStore store = PgVectorKnowledgeStore.open(source, Material.profile())) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            Material.write(store, OTHER, "b.md", "La cola de otra materia.");

            for (int again = 0; again < 7; again++) {
                assertThat(Material.texts(Material.search(store, OTHER, "cola")))
                        .containsExactly("La cola de otra materia.");
            }
        }
    }

    @Test
    void search_borrows_once() throws SQLException {
        try (KnowledgeStore store = open(pool)) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            int before = pool.times();

            Material.search(store, COURSE, "cola");

            assertThat(pool.times()).isEqualTo(before + 1);
        }
    }

    @Test
    void connections_are_given_back_when_calls_fail() throws SQLException {
        try (KnowledgeStore store = open(pool)) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
            Sql.run(pool, "ALTER TABLE knowledge_documents RENAME TO hidden");
            try {
                assertThatThrownBy(() -> Material.search(store, COURSE, "cola"))
                        .isInstanceOf(KnowledgeStoreException.class);
                assertThatThrownBy(() -> Material.write(store, COURSE, "b.md", "La pila."))
                        .isInstanceOf(KnowledgeStoreException.class);
                assertThatThrownBy(() -> store.documents().delete(COURSE, "a.md"))
                        .isInstanceOf(KnowledgeStoreException.class);
                assertThat(pool.borrowed()).isZero();
            } finally {
                Sql.run(pool, "ALTER TABLE hidden RENAME TO knowledge_documents");
            }

            assertThat(Material.texts(Material.search(store, COURSE, "cola"))).contains("La cola circular.");
        }
    }

    private static KnowledgeStore open(CountingSource connections) {
        return PgVectorKnowledgeStore.open(connections, Material.profile());
    }
}
