/**
 * Measures the agents on labelled files. {@link io.github.activeia.agents.evaluation.GatekeeperEvaluation} is the entry: it reads messages with
 * their labels and compares what the gatekeeper says.
 *
 * <pre>{@code
 * GatekeeperScores scores = GatekeeperEvaluation.of(Gatekeeper.rules()).evaluate(Path.of("mensajes.jsonl"));
 * scores.toJson();
 * scores.confusionMatrix();
 * }</pre>
 *
 * <p>Trap: figures on messages that the rules were tuned on say nothing; keep a half aside.
 */
@NullMarked
package io.github.activeia.agents.evaluation;

import org.jspecify.annotations.NullMarked;
