/**
 * Who may ask now. {@link io.github.activeia.agents.admission.AdmissionRules} is an ordered chain of checks that fails closed: kill
 * switch, course enabled, consent, exam lock, course access, rate limit, budget, length and language.
 *
 * <pre>{@code
 * AdmissionRules rules = AdmissionRules.builder()
 *         .killSwitch(emergency::get)
 *         .examLock(ExamLocks.from(exams::running))
 *         .build();
 * }</pre>
 *
 * <p>Trap: a check that throws refuses. A host that cannot tell whether a student has consented must not guess.
 */
@NullMarked
package io.github.activeia.agents.admission;

import org.jspecify.annotations.NullMarked;
