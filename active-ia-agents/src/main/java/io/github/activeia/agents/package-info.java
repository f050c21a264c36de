/**
 * The door to the library. {@link io.github.activeia.agents.ActiveIa} takes a student's question and returns a reply; its
 * builder says where the course material is, which models may write, and what the tutor may do.
 *
 * <pre>{@code
 * ActiveIa ia = ActiveIa.embedded(Path.of("apuntes"));
 * Reply reply = ia.ask("¿Qué es una cola circular?");
 * }</pre>
 *
 * <p>Trap: what the host passes to the builder (stores, models, data sources) stays the host's to close; only what
 * {@code embedded} opens is closed by {@link io.github.activeia.agents.ActiveIa#close()}.
 */
@NullMarked
package io.github.activeia.agents;

import org.jspecify.annotations.NullMarked;
