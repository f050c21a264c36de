package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoreContents;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract with one role that writes and another that reads, each with its grants alone. */
@ExtendWith(PostgresExtension.class)
class PgTwoRolesContractTest extends KnowledgeStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final TestRoles roles;
    private final String prefix = "t" + TESTS.incrementAndGet() + "_";

    PgTwoRolesContractTest(TestDatabase database) {
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

    @Override
    protected KnowledgeStore open(EmbeddingProfile profile) {
        PgVectorSettings settings = PgVectorSettings.builder()
                .tablePrefix(prefix)
                .schemaMode(SchemaMode.VALIDATE)
                .build();
        try {
            roles.tables(settings);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new Both(
                PgVectorKnowledgeStore.open(roles.as(roles.retrieval()), profile, settings),
                PgVectorKnowledgeStore.open(roles.as(roles.ingestion()), profile, settings));
    }

    private record Both(KnowledgeStore reads, KnowledgeStore writes) implements KnowledgeStore {
        @Override
        public DocumentCatalog documents() {
            return writes.documents();
        }

        @Override
        public ChunkSearch chunks() {
            return reads.chunks();
        }

        @Override
        public StoreContents contents() {
            return reads.contents();
        }

        @Override
        public void close() {
            reads.close();
            writes.close();
        }
    }
}
