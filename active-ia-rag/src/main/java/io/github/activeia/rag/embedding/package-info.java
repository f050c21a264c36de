/**
 * Turns text into vectors. An {@link io.github.activeia.rag.embedding.Embedder} is a langchain4j model together with the
 * {@link io.github.activeia.rag.embedding.EmbeddingProfile} of what that model needs.
 *
 * <pre>{@code
 * Embedder embedder = Embedder.of(myOllamaModel, EmbeddingProfile.nomicEmbedText());
 * }</pre>
 */
@NullMarked
package io.github.activeia.rag.embedding;

import org.jspecify.annotations.NullMarked;
