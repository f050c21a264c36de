package io.github.activeia.agents.leak;

import java.util.List;
import java.util.Set;

/** Some sentences that belong together: nothing that is read as one goes beyond them. What is only compared with stored solutions waits for one. */
final class Sentences {
    private final String folded;
    private final List<String> stems;
    private final Set<String> formulas;
    private final List<Value> values;
    private final Lazy<List<String>> names;
    private final Lazy<Set<String>> pieces;
    private final Lazy<Set<String>> implied;

    Sentences(String text, LeakWords words) {
        folded = Folded.fold(text);
        stems = Folded.stems(folded, words.stopwords());
        formulas = Formulas.keys(text);
        values = Values.of(folded);
        names = Lazy.of(() -> Spelling.names(text));
        pieces = Lazy.of(() -> Spelling.pieces(text));
        implied = Lazy.of(() -> Implied.keys(folded, values));
    }

    /** Returns the text without case and accents. */
    String folded() {
        return folded;
    }

    List<String> stems() {
        return stems;
    }

    Set<String> formulas() {
        return formulas;
    }

    /** Returns the values, with their places in the folded text. */
    List<Value> values() {
        return values;
    }

    /** Returns the words as they could be names in code. */
    List<String> names() {
        return names.get();
    }

    /** Returns pieces of the longer words. */
    Set<String> pieces() {
        return pieces.get();
    }

    /** Returns the keys of the results that are left to work out. */
    Set<String> implied() {
        return implied.get();
    }
}
