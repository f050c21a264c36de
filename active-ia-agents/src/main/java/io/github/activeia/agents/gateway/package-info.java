/**
 * The path of one question, readable from top to bottom in {@link io.github.activeia.agents.gateway.Gateway}: admit, gatekeeper,
 * (block, escalate), retrieve, scaffold, tutor or fallback, safety, trace, reply. Hosts use
 * {@link io.github.activeia.agents.ActiveIa}, which builds it.
 *
 * <pre>{@code
 * Gateway gateway = new Gateway(ports, settings);
 * Reply reply = gateway.ask(Question.of("¿Qué es una cola circular?").in("algoritmos"));
 * }</pre>
 *
 * <p>Trap: no step calls another. A step takes values, returns a value and what goes into the trace; the gateway does the rest.
 */
@NullMarked
package io.github.activeia.agents.gateway;

import org.jspecify.annotations.NullMarked;
