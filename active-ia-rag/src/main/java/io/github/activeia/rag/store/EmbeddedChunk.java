package io.github.activeia.rag.store;

/**
 * A chunk with its vector.
 *
 * @param chunk the chunk
 * @param embeddingHash the hash of the text that was embedded, so that the vector can be used again
 * @param vector of the store's dimension; not copied, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmbeddedChunk(Chunk chunk, String embeddingHash, float[] vector) {}
