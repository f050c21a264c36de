package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.Collection;
import java.util.List;

/** An engine in memory that fails, leaks or forgets how to remove when it is told to. */
final class FaultyEngine implements EmbeddingStore<TextSegment> {
    /** How it fails from now on. */
    enum Fault {
        NONE,
        ADDING_FAILS_HALFWAY,
        REMOVING_FAILS,
        REMOVING_IS_UNSUPPORTED,
        REMOVING_BY_FILTER_IS_UNSUPPORTED,
        SEARCHING_FAILS,
        FILTERS_LEAK
    }

    private final InMemoryEmbeddingStore<TextSegment> memory = new InMemoryEmbeddingStore<>();
    private Fault fault = Fault.NONE;
    private int added;
    private int searches;

    void become(Fault next) {
        fault = next;
    }

    /** Returns how many segments were added since the last call. */
    int takeAdded() {
        int count = added;
        added = 0;
        return count;
    }

    /** Returns how many searches there were since the last call. */
    int takeSearches() {
        int count = searches;
        searches = 0;
        return count;
    }

    /** Returns everything it holds. */
    List<EmbeddingMatch<TextSegment>> everything(float[] vector) {
        return memory.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(Embedding.from(vector))
                        .maxResults(10_000)
                        .build())
                .matches();
    }

    @Override
    public void addAll(List<String> ids, List<Embedding> vectors, List<TextSegment> segments) {
        if (fault == Fault.ADDING_FAILS_HALFWAY) {
            memory.addAll(ids.subList(0, 1), vectors.subList(0, 1), segments.subList(0, 1));
            throw new IllegalStateException("out of order");
        }
        added += ids.size();
        memory.addAll(ids, vectors, segments);
    }

    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        searches++;
        if (fault == Fault.SEARCHING_FAILS) {
            throw new IllegalStateException("out of order");
        }
        if (fault != Fault.FILTERS_LEAK) {
            return memory.search(request);
        }
        return memory.search(EmbeddingSearchRequest.builder()
                .queryEmbedding(request.queryEmbedding())
                .maxResults(request.maxResults())
                .build());
    }

    @Override
    public void removeAll(Collection<String> ids) {
        if (fault == Fault.REMOVING_IS_UNSUPPORTED) {
            EmbeddingStore.super.removeAll(ids);
        }
        failIfRemovingFails();
        memory.removeAll(ids);
    }

    @Override
    public void removeAll(Filter filter) {
        if (fault == Fault.REMOVING_IS_UNSUPPORTED || fault == Fault.REMOVING_BY_FILTER_IS_UNSUPPORTED) {
            EmbeddingStore.super.removeAll(filter);
        }
        failIfRemovingFails();
        memory.removeAll(filter);
    }

    private void failIfRemovingFails() {
        if (fault == Fault.REMOVING_FAILS) {
            throw new IllegalStateException("out of order");
        }
    }

    @Override
    public String add(Embedding vector) {
        throw new UnsupportedOperationException("every segment has an id and metadata");
    }

    @Override
    public void add(String id, Embedding vector) {
        throw new UnsupportedOperationException("every segment has metadata");
    }

    @Override
    public String add(Embedding vector, TextSegment segment) {
        throw new UnsupportedOperationException("every segment has an id");
    }

    @Override
    public List<String> addAll(List<Embedding> vectors) {
        throw new UnsupportedOperationException("every segment has an id");
    }
}
