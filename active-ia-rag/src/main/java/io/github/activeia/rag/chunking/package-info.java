/**
 * Cuts documents into chunks by heading and concept. {@link io.github.activeia.rag.chunking.DocumentChunker} takes the blocks of a
 * document and hands on chunks; {@link io.github.activeia.rag.chunking.ChunkingSettings} say how long they are.
 *
 * <pre>{@code
 * DocumentChunker chunker = new DocumentChunker(ChunkingSettings.defaults(), course, document, chunks::add);
 * blocks.forEach(chunker::accept);
 * chunker.end();
 * }</pre>
 *
 * <p>Trap: tokens are estimated, on the high side, so that a chunk is read whole by a model with 512 tokens. A heading without text
 * of its own makes no chunk: it is in the path of what stands below it.
 */
@NullMarked
package io.github.activeia.rag.chunking;

import org.jspecify.annotations.NullMarked;
