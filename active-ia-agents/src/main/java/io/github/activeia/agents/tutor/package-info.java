/**
 * The tutor, T-IA-Cog: amplifies the student without substituting. {@link io.github.activeia.agents.tutor.Tutor} writes with a model
 * from a versioned prompt, and without one from the passages and question templates; both ways quote the course's own material.
 *
 * <pre>{@code
 * Author author = tutor.author(request);
 * Composed composed = author.compose();
 * }</pre>
 *
 * <p>Trap: the types have no place for a solution. What is not a {@link io.github.activeia.core.knowledge.Passage} cannot get into a
 * prompt or a reply.
 */
@NullMarked
package io.github.activeia.agents.tutor;

import org.jspecify.annotations.NullMarked;
