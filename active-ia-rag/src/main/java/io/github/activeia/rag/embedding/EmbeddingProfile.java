package io.github.activeia.rag.embedding;

/**
 * What an embedding model is and needs. A store records id and dimension, and refuses vectors of another model.
 *
 * @param modelId names the model and everything that changes its vectors
 * @param dimension of the vectors that come out, after any truncation
 * @param queryPrefix put before a question; may be empty
 * @param passagePrefix put before a passage; may be empty
 * @param maxTokens the longest input that the model reads whole
 * @param normalise whether vectors are scaled to length 1
 */
public record EmbeddingProfile(
        String modelId, int dimension, String queryPrefix, String passagePrefix, int maxTokens, boolean normalise) {}
