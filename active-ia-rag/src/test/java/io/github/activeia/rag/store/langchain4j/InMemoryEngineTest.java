package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class InMemoryEngineTest extends KnowledgeStoreContract {
    private final InMemoryEmbeddingStore<TextSegment> engine = new InMemoryEmbeddingStore<>();

    @TempDir
    Path directory;

    @Override
    protected KnowledgeStore open(EmbeddingProfile profile) {
        return LangChain4jKnowledgeStore.of(engine, LuceneKnowledgeStore.open(directory, profile));
    }
}
