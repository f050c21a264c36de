package io.github.activeia.agents.learning;

/**
 * One text to learn from.
 *
 * @param features what is known of it
 * @param label the number of its class, from 0
 */
public record Example(Features features, int label) {}
