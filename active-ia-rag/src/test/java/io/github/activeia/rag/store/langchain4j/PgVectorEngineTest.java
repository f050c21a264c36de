package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract over an engine on a real server. */
@ExtendWith(PostgresExtension.class)
class PgVectorEngineTest extends KnowledgeStoreContract {
    private final EmbeddingStore<TextSegment> engine;

    @TempDir
    Path directory;

    PgVectorEngineTest(TestDatabase database) {
        engine = PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(database.dataSource())
                .table("vectors_" + UUID.randomUUID().toString().replace('-', '_'))
                .dimension(new BagOfWordsEmbedder().profile().dimension())
                .skipCreateVectorExtension(true)
                .build();
    }

    @Override
    protected KnowledgeStore open(EmbeddingProfile profile) {
        return LangChain4jKnowledgeStore.of(engine, LuceneKnowledgeStore.open(directory, profile));
    }
}
