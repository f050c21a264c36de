package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithFilteringIT;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** langchain4j's own tests; each has a course of its own. */
@ExtendWith(PostgresExtension.class)
class PgVectorEmbeddingStoreFilteringTest extends EmbeddingStoreWithFilteringIT {
    private final SegmentEmbeddingModel model = new SegmentEmbeddingModel();
    private final EmbeddingStore<TextSegment> store;

    PgVectorEmbeddingStoreFilteringTest(TestDatabase database) {
        CourseId course = new CourseId(UUID.randomUUID().toString());
        store = PgVectorKnowledgeStore.open(database.dataSource(), model.profile())
                .embeddingStore(course);
    }

    @Override
    protected EmbeddingStore<TextSegment> embeddingStore() {
        return store;
    }

    @Override
    protected EmbeddingModel embeddingModel() {
        return model;
    }

    @Override
    protected boolean supportsContains() {
        return true;
    }
}
