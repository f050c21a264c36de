package io.github.activeia.rag.embedding;

/** How the vectors of the tokens become the vector of the text; it matters only for ONNX files, which leave this step to the caller. */
public enum Pooling {
    /** The mean of all tokens: e5, MiniLM, nomic. */
    MEAN,

    /** The first token alone: bge. */
    CLS
}
