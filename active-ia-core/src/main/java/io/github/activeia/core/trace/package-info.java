/**
 * The evidence of every decision. A {@link io.github.activeia.core.trace.CognitiveTrace} is written for each reply to a
 * {@link io.github.activeia.core.trace.TraceStore}; by default that is a file of JSON Lines that a person can read.
 *
 * <p>Trap: a value that was not measured is absent. Nothing in a trace is a default or a guess.
 */
@NullMarked
package io.github.activeia.core.trace;

import org.jspecify.annotations.NullMarked;
