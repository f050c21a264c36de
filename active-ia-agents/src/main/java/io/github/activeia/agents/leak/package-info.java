/**
 * Leak detection: how much of a solution a text gives away, without a model. {@link io.github.activeia.agents.leak.LeakDetector} watches a
 * reply while it grows and compares it with the stored solutions, whatever language or form they take.
 *
 * <pre>{@code
 * LeakWatch watch = LeakDetector.of(solutions).watch(exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate());
 * watch.read(text).probability();
 * }</pre>
 *
 * <p>Trap: what the student has already is no secret, so an {@link io.github.activeia.agents.leak.Exchange} must have all of it: the
 * assignment, the message, and what was said before.
 */
@NullMarked
package io.github.activeia.agents.leak;

import org.jspecify.annotations.NullMarked;
