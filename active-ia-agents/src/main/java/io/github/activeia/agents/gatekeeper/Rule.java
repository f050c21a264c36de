package io.github.activeia.agents.gatekeeper;

/**
 * One line of a rule file.
 *
 * @param kind what it speaks for: the heading it stands under
 * @param id its name, for the evidence
 * @param score its weight
 * @param pattern the words it needs
 */
record Rule(String kind, String id, double score, WordPattern pattern) {}
