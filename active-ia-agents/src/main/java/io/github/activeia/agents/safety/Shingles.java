package io.github.activeia.agents.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs of tokens, to compare texts by. */
final class Shingles {
    private static final int WORDS = 5;

    private Shingles() {}

    /** Returns the runs of words of a text, case and accents aside. */
    static Set<String> ofWords(String text) {
        return runs(words(SafetyWords.fold(text)), WORDS);
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '_') {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static Set<String> runs(List<String> tokens, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= tokens.size(); i++) {
            runs.add(String.join(" ", tokens.subList(i, i + length)));
        }
        return runs;
    }

    static long shared(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).count();
    }
}
