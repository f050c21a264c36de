/**
 * Risk in five dimensions, and the people who should hear of it. {@link io.github.activeia.agents.risk.RiskAnalysis} computes a profile of each
 * interaction that was read, from what the gateway knows at its end, and raises alerts for teachers, for who governs the tutor, and for
 * who looks after a person. Nothing here grades a student.
 *
 * <pre>{@code
 * RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of(alert -> inbox.add(alert)));
 * ActiveIa ia = ActiveIa.builder().knowledge(source).alerts(alert -> inbox.add(alert)).build();
 * }</pre>
 *
 * <p>Trap: a dimension that was not measured is absent, and is not a zero. An interaction without code has no technical risk, and a reply
 * that was blocked claims nothing that could be wrong.
 */
@NullMarked
package io.github.activeia.agents.risk;

import org.jspecify.annotations.NullMarked;
