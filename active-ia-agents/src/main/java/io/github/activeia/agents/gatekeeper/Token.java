package io.github.activeia.agents.gatekeeper;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A word of a message, folded for matching.
 *
 * @param form lower case, without accents and look-alike characters
 * @param start where it starts in the original text
 * @param end where it ends in the original text
 * @param sentence the number of its sentence
 * @param clauseStart whether a comma, a bracket or a sentence begins before it
 * @param sets the word sets of the lexicon that it is in
 */
record Token(String form, int start, int end, int sentence, boolean clauseStart, BitSet sets) {
    boolean isIn(int set) {
        return sets.get(set);
    }

    boolean sameSentence(@Nullable Token other) {
        return other != null && other.sentence == sentence;
    }
}
