package io.github.activeia.agents.gatekeeper;

/**
 * What the gatekeeper knows, as of one reading of its sources.
 *
 * @param reader reads the words
 * @param judge decides what the student wants
 * @param languages guesses the language
 */
record Learnt(MessageReader reader, Judge judge, LanguageGuess languages) {}
