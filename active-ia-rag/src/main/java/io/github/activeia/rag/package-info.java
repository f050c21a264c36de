/**
 * The knowledge of courses: {@link io.github.activeia.rag.KnowledgeBase} ingests a folder of files and finds passages in them.
 *
 * <pre>{@code
 * try (KnowledgeBase knowledge = KnowledgeBase.lucene(Path.of("index"))) {
 *     System.out.println(knowledge.ingest(Path.of("apuntes")));
 *     KnowledgeQuery query = KnowledgeQuery.of("¿Qué es una cola circular?", new CourseId("apuntes"));
 *     knowledge.retrieve(query).passages().forEach(passage -> System.out.println(passage.place()));
 * }
 * }</pre>
 *
 * <p>Trap: an index belongs to the embedding model that made it, and opening it with another one is refused; use another directory
 * and ingest again.
 */
@NullMarked
package io.github.activeia.rag;

import org.jspecify.annotations.NullMarked;
