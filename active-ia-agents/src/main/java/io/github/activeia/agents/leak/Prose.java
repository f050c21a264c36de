package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of what a text asserts, put together from passages that are read once. */
final class Prose {
    /** Behind one of these signs no number and no formula goes on in the next line. */
    private static final String ENDS = ".!?…:;,\"'»”";

    private final List<Sentences> passages;
    private final String folded;
    private final boolean same;
    private final List<String> stems = new ArrayList<>();
    private final Set<String> stemSet;
    private final Set<String> runs;
    private final Set<String> formulas = new HashSet<>();

    private Prose(String asserted, List<Sentences> passages) {
        this.passages = passages;
        StringBuilder all = new StringBuilder(asserted.length());
        for (Sentences passage : passages) {
            all.append(passage.folded());
            stems.addAll(passage.stems());
            formulas.addAll(passage.formulas());
        }
        folded = all.toString();
        same = folded.length() == asserted.length();
        stemSet = new HashSet<>(stems);
        runs = Runs.ofWords(stems);
    }

    static Prose of(String asserted, List<String> sentences, PieceReader reader) {
        List<Sentences> passages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int depth = 0;
        for (String sentence : sentences) {
            open.append(sentence).append('\n');
            depth = depth(sentence, depth);
            if (depth == 0 && endsWithin(sentence)) {
                passages.add(reader.passage(open.toString()));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            passages.add(reader.passage(open.toString()));
        }
        return new Prose(asserted, passages);
    }

    private static boolean endsWithin(String sentence) {
        return !sentence.isEmpty() && ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }

    /** Returns how many brackets are open. */
    private static int depth(String text, int before) {
        int depth = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        }
        return depth;
    }

    /** Returns the text without case and accents. */
    String folded() {
        return folded;
    }

    List<String> stems() {
        return stems;
    }

    Set<String> stemSet() {
        return stemSet;
    }

    Set<String> runs() {
        return runs;
    }

    Set<String> formulas() {
        return formulas;
    }

    /** Returns the words as they could be names in code, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        passages.forEach(passage -> names.addAll(passage.names()));
        return names;
    }

    /** Returns pieces of the longer words, which languages share. */
    Set<String> pieces() {
        Set<String> pieces = new HashSet<>();
        passages.forEach(passage -> pieces.addAll(passage.pieces()));
        return pieces;
    }

    /** Returns the keys of the results that are left to work out. */
    Set<String> implied() {
        Set<String> implied = new HashSet<>();
        passages.forEach(passage -> implied.addAll(passage.implied()));
        return implied;
    }

    /** Returns the values, with their places in the folded text where folding moved nothing, and else in the text itself. */
    List<Value> values(String asserted) {
        if (!same) {
            return Values.of(asserted);
        }
        List<Value> values = new ArrayList<>();
        int start = 0;
        for (Sentences passage : passages) {
            for (Value value : passage.values()) {
                values.add(value.movedBy(start));
            }
            start += passage.folded().length();
        }
        return values;
    }
}
