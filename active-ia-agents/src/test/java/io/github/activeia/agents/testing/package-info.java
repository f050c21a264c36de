/**
 * Fakes and contracts for tests of this library and of hosts: course material that answers by a script, material that cannot be
 * reached, and what every session store must do. Published in the test-jar of this module.
 *
 * <pre>{@code
 * ActiveIa ia = ActiveIa.builder()
 *         .knowledge(FixedKnowledge.of(Passages.theory("Colas", "La cola circular", "Una cola circular es…")))
 *         .course(new CourseId("algoritmos"))
 *         .build();
 * }</pre>
 *
 * <p>Trap: nothing here may be used outside tests.
 */
@NullMarked
package io.github.activeia.agents.testing;

import org.jspecify.annotations.NullMarked;
