package io.github.activeia.agents.gatekeeper;

/** A word as it was cut out of a message, before the lexicon has looked at it. */
record RawToken(String form, int start, int end, int sentence, boolean clauseStart, boolean code) {
    RawToken with(String newForm, int newEnd) {
        return new RawToken(newForm, start, newEnd, sentence, clauseStart, code);
    }
}
