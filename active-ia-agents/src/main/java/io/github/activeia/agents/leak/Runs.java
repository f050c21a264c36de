package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs of words or of symbols, to compare texts by. */
final class Runs {
    private static final int WORDS = 4;
    private static final int SYMBOLS = 5;

    private Runs() {}

    /** Returns the runs of stems of a text. */
    static Set<String> ofWords(List<String> stems) {
        return of(stems, WORDS);
    }

    /** Returns the runs of symbols of a piece of code, whatever its identifiers are called. */
    static Set<String> ofCode(String code, Set<String> keywords) {
        List<String> symbols = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= code.length(); i++) {
            char c = i < code.length() ? code.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '_') {
                word.append(c);
                continue;
            }
            if (!word.isEmpty()) {
                String lower = Folded.fold(word.toString());
                symbols.add(keywords.contains(lower) || Character.isDigit(lower.charAt(0)) ? lower : "v");
                word.setLength(0);
            }
            if (!Character.isWhitespace(c) && c != ';' && c != '`') {
                symbols.add(String.valueOf(c));
            }
        }
        return of(symbols, SYMBOLS);
    }

    private static Set<String> of(List<String> tokens, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= tokens.size(); i++) {
            runs.add(String.join(" ", tokens.subList(i, i + length)));
        }
        return runs;
    }

    /** Returns which share of some runs is among others; 0 where there are too few to tell. */
    static double share(Set<String> of, Set<String> among, int fewest) {
        if (of.size() < fewest) {
            return 0;
        }
        return shared(of, among) / (double) of.size();
    }

    /** Returns how many texts two sets have in common. */
    static int shared(Set<String> one, Set<String> other) {
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        int shared = 0;
        for (String text : smaller) {
            shared += larger.contains(text) ? 1 : 0;
        }
        return shared;
    }
}
