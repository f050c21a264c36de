package io.github.activeia.rag.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes one document, chunk by chunk, and makes it visible at once. Not thread-safe. */
public interface DocumentWriter extends AutoCloseable {
    /** Returns the vectors that the store already holds for chunks of the course with these embedding hashes. */
    Map<String, float[]> known(Collection<String> embeddingHashes);

    /** Adds chunks; they become visible on commit. */
    void add(List<EmbeddedChunk> chunks);

    /** Makes the new version visible, and the old one disappear. */
    void commit();

    /** Drops what was added, unless it was committed. */
    @Override
    void close();
}
