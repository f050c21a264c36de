/**
 * A store on the local disk, without any service. {@link io.github.activeia.rag.store.lucene.LuceneKnowledgeStore} keeps one Lucene
 * index per course below its directory: words of one course never weigh on another, and a course can be moved or deleted as a folder.
 *
 * <pre>{@code
 * try (var store = LuceneKnowledgeStore.open(Path.of("conocimiento"), embedder.profile())) {
 *     store.chunks().candidates(new CandidateQuery(course, "cola circular", embedder.embedQuery("cola circular"), Set.of(), 100));
 * }
 * }</pre>
 *
 * <p>Traps: a directory belongs to one process at a time; the embedding model of a directory is fixed when it is created.
 */
@NullMarked
package io.github.activeia.rag.store.lucene;

import org.jspecify.annotations.NullMarked;
