package io.github.activeia.agents.gateway;

/**
 * What a step returns, with what it says about it in the trace.
 *
 * @param value the value
 * @param decision in a word or two
 * @param why the reason, in a sentence; empty where the evidence says it all
 * @param evidence what it rests on
 */
record Noted<T>(T value, String decision, String why, Facts evidence) {}
