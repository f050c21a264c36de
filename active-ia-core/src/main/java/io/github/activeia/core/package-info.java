/**
 * The vocabulary that every other package speaks: questions and replies, intents, risks, routes, help levels, policies and ids.
 * Start at {@link io.github.activeia.core.Question} and {@link io.github.activeia.core.Reply}. Everything here is an immutable
 * value; nothing here does any work, and nothing here imports another package of the project.
 *
 * <pre>{@code
 * Question question = Question.of("¿Qué es una cola circular?").by("alumna-7").in("algoritmos");
 * CoursePolicy policy = CoursePolicy.intermediate();
 * }</pre>
 *
 * <p>Trap: what a student must not have (blocked, escalated, outside the course) is an {@link io.github.activeia.core.Outcome} of a
 * normal reply. Exceptions are only for mistakes of the host and for outages.
 */
@NullMarked
package io.github.activeia.core;

import org.jspecify.annotations.NullMarked;
