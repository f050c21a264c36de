package io.github.activeia.rag.store;

/** Keeps the documents and chunks of courses. Thread-safe; a store has one writer at a time per course. */
public interface KnowledgeStore extends AutoCloseable {
    /** Returns the documents: what is there, and how to change it. */
    DocumentCatalog documents();

    /** Returns the search over the chunks. */
    ChunkSearch chunks();

    /** Returns everything the store holds, solutions included, to copy it. */
    StoreContents contents();

    /** Releases what the store opened. Nothing that was committed is lost. */
    @Override
    void close();
}
