/**
 * Finds the passages of a course for a question: typo-tolerant preparation, candidates by words and by meaning, fusion, teaching
 * re-rank, removal of near duplicates, coherence, and a calibrated confidence.
 * {@link io.github.activeia.rag.retrieval.HybridRetriever} does the steps in this order.
 *
 * <pre>{@code
 * var retriever = HybridRetriever.of(store, embedder, RetrievalSettings.defaults());
 * KnowledgeResult result = retriever.retrieve(KnowledgeQuery.of("q es una cola circular", course));
 * result.sufficient();
 * }</pre>
 *
 * <p>Trap: a confidence is calibrated for one embedding model. For a model that was never calibrated, a cautious model that looks at
 * words alone is used instead; {@link io.github.activeia.rag.evaluation} has what is needed to fit another.
 */
@NullMarked
package io.github.activeia.rag.retrieval;

import org.jspecify.annotations.NullMarked;
