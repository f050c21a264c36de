package io.github.activeia.rag.store.pgvector;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** What a superuser may is no proof: here the tables belong to a plain role, and two others have what they were granted. */
@ExtendWith(PostgresExtension.class)
class PgVectorEmbeddingStoreRolesTest {
    private static final CourseId OURS = new CourseId("ours");
    private static final CourseId THEIRS = new CourseId("theirs");

    private final SegmentEmbeddingModel model = new SegmentEmbeddingModel();
    private final String random = UUID.randomUUID().toString().replace("-", "");
    private final String owner = "owner_" + random;
    private final String reader = "reader_" + random;
    private final String writer = "writer_" + random;
    private final TestDatabase database;

    PgVectorEmbeddingStoreRolesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void makeRoles() throws SQLException {
        for (String role : List.of(owner, reader, writer)) {
            execute(database.dataSource(), "CREATE ROLE " + role + " LOGIN PASSWORD '" + random + "'");
        }
        execute(database.dataSource(), "GRANT CREATE, USAGE ON SCHEMA public TO " + owner);
        open(owner, SchemaMode.MIGRATE).close();
        execute(
                as(owner),
                PgVectorSchema.of(settings(SchemaMode.NONE), model.profile()).roles(reader, writer));
    }

    @AfterEach
    void dropRoles() throws SQLException {
        String all = String.join(", ", owner, reader, writer);
        execute(database.dataSource(), "DROP OWNED BY " + all + " CASCADE; DROP ROLE " + all);
    }

    @Test
    void two_courses_stay_apart_when_the_owner_is_a_plain_role() {
        try (PgVectorKnowledgeStore store = open(owner, SchemaMode.VALIDATE)) {
            twoCourses(store);

            assertHostileFiltersStayInside(store);
            store.embeddingStore(OURS).removeAll(metadataKey("a").isNotEqualTo("b"));

            assertThat(all(store, OURS, null)).isEmpty();
            assertThat(all(store, THEIRS, null)).hasSize(2);
        }
    }

    @Test
    void grants_are_enough_to_write_and_to_search() {
        try (PgVectorKnowledgeStore ingestion = open(writer, SchemaMode.VALIDATE);
                PgVectorKnowledgeStore retrieval = open(reader, SchemaMode.VALIDATE)) {
            twoCourses(ingestion);
            assertHostileFiltersStayInside(ingestion);
            assertHostileFiltersStayInside(retrieval);

            ingestion.embeddingStore(OURS).remove("1");
            ingestion.embeddingStore(OURS).removeAll(metadataKey("a").isEqualTo("none"));

            assertThat(all(retrieval, OURS, null))
                    .extracting(EmbeddingMatch::embeddingId)
                    .containsExactly("2");
            assertThat(all(retrieval, THEIRS, null)).hasSize(2);
            assertThat(ingestion
                            .documents()
                            .list(OURS)
                            .get(PgVectorEmbeddingStore.SOURCE)
                            .chunks())
                    .isEqualTo(1);
        }
    }

    @Test
    void who_may_only_read_cannot_write() {
        try (PgVectorKnowledgeStore ingestion = open(writer, SchemaMode.VALIDATE);
                PgVectorKnowledgeStore retrieval = open(reader, SchemaMode.VALIDATE)) {
            twoCourses(ingestion);
            PgVectorEmbeddingStore store = retrieval.embeddingStore(OURS);

            assertThatThrownBy(() -> store.add(model.of("x")))
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("was not permitted");
            assertThatThrownBy(store::removeAll)
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("was not permitted");
            assertThat(all(ingestion, OURS, null)).hasSize(2);
        }
    }

    private void twoCourses(PgVectorKnowledgeStore store) {
        for (CourseId course : List.of(OURS, THEIRS)) {
            String text = "secreto de " + course.value();
            store.embeddingStore(course)
                    .addAll(
                            List.of("1", "2"),
                            List.of(model.of(text), model.of(text)),
                            List.of(TextSegment.from(text), TextSegment.from(text)));
        }
    }

    private void assertHostileFiltersStayInside(PgVectorKnowledgeStore store) {
        HostileFilters filters = new HostileFilters(new Random(11), true);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            Filter filter = filters.filter();
            try {
                List<EmbeddingMatch<TextSegment>> matches = all(store, OURS, filter);
                assertThat(matches).allMatch(match -> match.embedded().text().equals("secreto de ours"));
                found += matches.size();
            } catch (InvalidValueException refusal) {
                assertThat(refusal.getMessage()).contains(" must ", ", but was ", " — ");
            }
        }
        assertThat(found).isPositive();
    }

    private List<EmbeddingMatch<TextSegment>> all(PgVectorKnowledgeStore store, CourseId course, Filter filter) {
        return store.embeddingStore(course)
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(model.of("secreto"))
                        .maxResults(100)
                        .filter(filter)
                        .build())
                .matches();
    }

    private PgVectorKnowledgeStore open(String role, SchemaMode mode) {
        return PgVectorKnowledgeStore.open(as(role), model.profile(), settings(mode));
    }

    private static PgVectorSettings settings(SchemaMode mode) {
        return PgVectorSettings.builder().schemaMode(mode).build();
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(role);
        source.setPassword(random);
        return source;
    }

    private static void execute(DataSource as, String sql) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
