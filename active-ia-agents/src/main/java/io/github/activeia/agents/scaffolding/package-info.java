/**
 * How much help a student gets. {@link io.github.activeia.agents.scaffolding.Scaffolding} moves a help level per student and
 * activity, from what the student tries and explains, never from how much the student insists.
 *
 * <pre>{@code
 * ia.attempt(student, course, activity, AttemptOutcome.FAILED);
 * }</pre>
 *
 * <p>Trap: every change carries its justification into the trace. A level that moves without one is a defect.
 */
@NullMarked
package io.github.activeia.agents.scaffolding;

import org.jspecify.annotations.NullMarked;
