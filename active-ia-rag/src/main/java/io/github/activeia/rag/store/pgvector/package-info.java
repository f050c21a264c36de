/**
 * A store in PostgreSQL with pgvector. {@link io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore} searches by words and by
 * meaning in one statement, keeps each course to itself with row-level security, and holds no connection between calls.
 *
 * <pre>{@code
 * try (var store = PgVectorKnowledgeStore.open(dataSource, embedder.profile())) {
 *     store.chunks().candidates(new CandidateQuery(course, "cola circular", embedder.embedQuery("cola circular"), Set.of(), 100));
 * }
 * }</pre>
 *
 * <p>Traps: the extension is the host's to create; the model, its dimension and the storage are fixed when the tables are created; a
 * superuser, or a role with BYPASSRLS, is not held by the policies: give the tutor a role of its own.
 */
@NullMarked
package io.github.activeia.rag.store.pgvector;

import org.jspecify.annotations.NullMarked;
