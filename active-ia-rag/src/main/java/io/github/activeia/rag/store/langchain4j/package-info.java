/**
 * Meets langchain4j in both directions. {@link io.github.activeia.rag.store.langchain4j.LangChain4jKnowledgeStore} searches vectors
 * in any engine that langchain4j reaches, with a store of ours beside it for everything else;
 * {@link io.github.activeia.rag.store.langchain4j.KnowledgeContentRetriever} gives our retrieval to what langchain4j augments.
 *
 * <pre>{@code
 * KnowledgeStore beside = LuceneKnowledgeStore.open(Path.of("conocimiento"), embedder.profile());
 * KnowledgeBase knowledge = KnowledgeBase.builder()
 *         .store(LangChain4jKnowledgeStore.of(engine, beside))
 *         .embedder(embedder)
 *         .build();
 * }</pre>
 *
 * <p>Traps: the engine keeps what the store beside it was told to forget, if it cannot remove; that is never found, but it is there.
 * An engine that is new knows nothing of documents that the store beside it already has: call {@code refillEngine()} once.
 */
@NullMarked
package io.github.activeia.rag.store.langchain4j;

import org.jspecify.annotations.NullMarked;
