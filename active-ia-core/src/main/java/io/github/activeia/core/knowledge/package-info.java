/**
 * The port through which the agents see authorised course material. {@link io.github.activeia.core.knowledge.KnowledgeSource} finds
 * passages and says whether they suffice; it writes no text and reads no student data.
 *
 * <pre>{@code
 * KnowledgeResult result = source.retrieve(KnowledgeQuery.of("que es una cola circular", new CourseId("algoritmos")));
 * result.sufficient();
 * result.passages().get(0).place();
 * }</pre>
 *
 * <p>Trap: solutions are reached through {@link io.github.activeia.core.knowledge.SolutionIndex} alone, with a type of their own, so
 * that no prompt and no reply can contain one by mistake.
 */
@NullMarked
package io.github.activeia.core.knowledge;

import org.jspecify.annotations.NullMarked;
