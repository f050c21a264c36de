package io.github.activeia.rag.store.pgvector;

/** Which index serves courses that are too large to be compared one by one. */
public enum VectorIndex {
    /** A graph: the default. */
    HNSW,

    /** Lists around centroids: quicker to build, and worse to search. It is built when there is data, never before. */
    IVFFLAT,

    /** None: every search compares the whole course. */
    NONE
}
