/**
 * Turns text into vectors. An {@link io.github.activeia.rag.embedding.Embedder} is a langchain4j model together with the
 * {@link io.github.activeia.rag.embedding.EmbeddingProfile} of what that model needs: prefixes, dimension, length, normalisation.
 *
 * <pre>{@code
 * Embedder local = Embedder.inProcess();                                            // e5-small-v2, no network
 * Embedder remote = Embedder.of(ollamaModel, EmbeddingProfile.nomicEmbedText().truncatedTo(256));
 * Embedder spanish = Embedder.onnx(weights, tokenizer, EmbeddingProfile.multilingualE5Small());
 * }</pre>
 *
 * <p>Traps: the in-process model was trained on English; it finds Spanish material by shared words and roots, and a multilingual
 * model is better. A local model reads 512 tokens, and its tokenizer drops what comes after them without a word, so chunks are
 * kept shorter than that. The runtime of the local models has native threads of its own, for the
 * arithmetic; Java threads are the caller's.
 */
@NullMarked
package io.github.activeia.rag.embedding;

import org.jspecify.annotations.NullMarked;
