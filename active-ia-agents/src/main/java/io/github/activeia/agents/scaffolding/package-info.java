/**
 * How much help a student gets. {@link io.github.activeia.agents.scaffolding.Scaffolding} moves a help level per student and
 * activity, from what the student tries and explains, never from how much the student insists. {@link
 * io.github.activeia.agents.scaffolding.StudentProgress} estimates the mastery of topics from the same attempts, as advice; {@link
 * io.github.activeia.agents.scaffolding.AuthoredHints} chooses among the hints of a teacher; a {@link
 * io.github.activeia.agents.scaffolding.ProgressListener} hears what moved.
 *
 * <pre>{@code
 * ia.attempt(student, course, activity, AttemptOutcome.FAILED);
 * }</pre>
 *
 * <p>Traps: every change carries its justification into the trace; a level that moves without one is a defect. A mastery is an
 * estimate by parameters that nobody has fitted yet: it must not grade anybody.
 */
@NullMarked
package io.github.activeia.agents.scaffolding;

import org.jspecify.annotations.NullMarked;
