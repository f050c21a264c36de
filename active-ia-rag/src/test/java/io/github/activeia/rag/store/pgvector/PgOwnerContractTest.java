package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract as a plain role that owns the tables: the policies hold it too. */
@ExtendWith(PostgresExtension.class)
class PgOwnerContractTest extends KnowledgeStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final TestRoles roles;
    private final PgVectorSettings settings = PgVectorSettings.builder()
            .tablePrefix("t" + TESTS.incrementAndGet() + "_")
            .build();

    PgOwnerContractTest(TestDatabase database) {
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
        return PgVectorKnowledgeStore.open(roles.as(roles.owner()), profile, settings);
    }
}
