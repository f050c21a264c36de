package io.github.activeia.agents.leak;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a stored solution says and the student does not have yet. Used by one thread at a time. */
final class Secret {
    private final SolutionText solution;
    private final Known known;
    private final Set<String> finals;
    private final Set<String> last;
    private final Set<String> open;
    private final Set<String> values;
    private final Set<String> formulas;
    private final Set<String> stems;
    private final Set<String> wordRuns;
    private final Set<String> codeRuns;
    private final Set<String> pieces;
    private final Sequence.Grown alone;
    private final Sequence.Grown together;

    Secret(SolutionText solution, Known known) {
        this.solution = solution;
        this.known = known;
        finals = without(solution.finals(), known::hasValue);
        last = without(solution.last(), known.own()::contains);
        open = without(solution.finals(), known.own()::contains);
        SolutionTerms terms = solution.terms();
        BitSet shared = known.sharedWith(terms);
        values = terms.values().without(shared);
        formulas = terms.formulas().without(shared);
        stems = terms.stems().without(shared);
        wordRuns = terms.wordRuns().without(shared);
        codeRuns = terms.codeRuns().without(shared);
        pieces = terms.pieces().without(shared);
        alone = solution.spelling().names().grown();
        together = solution.spelling().names().grown();
    }

    private static Set<String> without(Set<String> all, Predicate<String> known) {
        Set<String> rest = new HashSet<>(all);
        rest.removeIf(known);
        return rest;
    }

    Set<String> pieces() {
        return pieces;
    }

    /** Returns which share of the words of its code others have in order. A reply grows, alone and together with those before it. */
    double names(List<String> others) {
        return (alone.goesOn(others) || !together.goesOn(others) ? alone : together).share(others);
    }

    boolean knows(String phrase) {
        return known.has(phrase);
    }

    SolutionText solution() {
        return solution;
    }

    Set<String> finals() {
        return finals;
    }

    /** Returns the values of the last line that the student has not proposed; they may be known as something else. */
    Set<String> last() {
        return last;
    }

    /** Returns the final values that the student has not proposed; they may be known as something else. */
    Set<String> open() {
        return open;
    }

    Set<String> values() {
        return values;
    }

    Set<String> formulas() {
        return formulas;
    }

    Set<String> stems() {
        return stems;
    }

    Set<String> wordRuns() {
        return wordRuns;
    }

    Set<String> codeRuns() {
        return codeRuns;
    }
}
