package io.github.activeia.agents.leak;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some sentences that belong together: nothing that is read as one goes beyond them. What only stored solutions are compared with is read when it is asked for. */
final class Sentences {
    private final String text;
    private final String folded;
    private final List<String> stems;
    private final Set<String> formulas;
    private final List<Value> values;
    private @Nullable List<String> names;
    private @Nullable Set<String> pieces;
    private @Nullable Set<String> implied;

    Sentences(String text, LeakWords words) {
        this.text = text;
        folded = Folded.fold(text);
        stems = Folded.stems(folded, words.stopwords());
        formulas = Formulas.keys(text);
        values = Values.of(folded);
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
        List<String> read = names;
        if (read == null) {
            read = Spelling.names(text);
            names = read;
        }
        return read;
    }

    /** Returns pieces of the longer words. */
    Set<String> pieces() {
        Set<String> read = pieces;
        if (read == null) {
            read = Spelling.pieces(text);
            pieces = read;
        }
        return read;
    }

    /** Returns the keys of the results that are left to work out. */
    Set<String> implied() {
        Set<String> read = implied;
        if (read == null) {
            read = Implied.keys(text);
            implied = read;
        }
        return read;
    }
}
