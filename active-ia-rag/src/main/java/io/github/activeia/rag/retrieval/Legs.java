package io.github.activeia.rag.retrieval;

/** Which scores decide the order. Both, except to measure what each of them contributes. */
public enum Legs {
    /** Words and meaning. */
    BOTH,

    /** Words alone: BM25. */
    LEXICAL,

    /** Meaning alone: cosine. */
    VECTOR
}
