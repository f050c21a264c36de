package io.github.activeia.rag.embedding;

import java.util.List;

/** Embeds questions and passages. Implementations are thread-safe. */
public interface Embedder {
    /** Returns what the model is and needs. */
    EmbeddingProfile profile();

    /** Returns the vector of a question. */
    float[] embedQuery(String question);

    /** Returns the vectors of passages, in their order. */
    List<float[]> embedPassages(List<String> passages);
}
