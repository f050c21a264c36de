package io.github.activeia.agents.leak;

import java.util.BitSet;
import java.util.Set;

/**
 * Everything that a stored solution says and others may say as well, each thing with a number of its own, so that what a text shares with
 * it is a set of bits, and what many texts share with it is put together at once. Immutable.
 */
final class SolutionTerms {
    private final Terms values;
    private final Terms formulas;
    private final Terms stems;
    private final Terms wordRuns;
    private final Terms codeRuns;
    private final Terms pieces;

    SolutionTerms(
            Set<String> values,
            Set<String> formulas,
            Set<String> stems,
            Set<String> wordRuns,
            Set<String> codeRuns,
            Set<String> pieces) {
        this.values = new Terms(values, 0);
        this.formulas = new Terms(formulas, this.values.end());
        this.stems = new Terms(stems, this.formulas.end());
        this.wordRuns = new Terms(wordRuns, this.stems.end());
        this.codeRuns = new Terms(codeRuns, this.wordRuns.end());
        this.pieces = new Terms(pieces, this.codeRuns.end());
    }

    /** Returns the numbers of what a text says as well. */
    BitSet sharedWith(KnownText text) {
        BitSet shared = new BitSet(pieces.end());
        values.mark(text::values, shared);
        formulas.mark(text::formulas, shared);
        stems.mark(text::stems, shared);
        wordRuns.mark(text::wordRuns, shared);
        codeRuns.mark(text::codeRuns, shared);
        pieces.mark(text::pieces, shared);
        return shared;
    }

    /** Returns the values. */
    Terms values() {
        return values;
    }

    /** Returns the formulas. */
    Terms formulas() {
        return formulas;
    }

    /** Returns the stems of its words. */
    Terms stems() {
        return stems;
    }

    /** Returns the runs of its words. */
    Terms wordRuns() {
        return wordRuns;
    }

    /** Returns the runs of the symbols of its code. */
    Terms codeRuns() {
        return codeRuns;
    }

    /** Returns pieces of its longer words. */
    Terms pieces() {
        return pieces;
    }
}
