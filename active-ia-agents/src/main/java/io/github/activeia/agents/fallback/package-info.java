/**
 * The pedagogical fallback, for questions that the course's material does not cover: a general explanation by a model, decoupled
 * from any assignment and never assessable; without a model an honest "not covered" with the nearest topics and where to ask.
 *
 * <pre>{@code
 * Author author = fallback.author(new FallbackRequest(question, topics, false, Variation.first(), locale));
 * }</pre>
 *
 * <p>Trap: this is not what happens when no model is up. Then the tutor still answers from the material.
 */
@NullMarked
package io.github.activeia.agents.fallback;

import org.jspecify.annotations.NullMarked;
