package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PgVectorKnowledgeStoreTest extends KnowledgeStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final TestDatabase database;
    private final PgVectorSettings settings = PgVectorSettings.builder()
            .tablePrefix("t" + TESTS.incrementAndGet() + "_")
            .build();

    PgVectorKnowledgeStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected KnowledgeStore open(EmbeddingProfile profile) {
        return PgVectorKnowledgeStore.open(database.dataSource(), profile, settings);
    }
}
