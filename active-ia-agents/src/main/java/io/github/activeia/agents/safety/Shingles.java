package io.github.activeia.agents.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs of tokens, to compare texts by. */
final class Shingles {
    static final int WORDS = 5;

    private Shingles() {}

    /** Returns the runs of words of a text, case and accents aside. */
    static Set<String> ofWords(String text) {
        return runs(words(text));
    }

    /** Returns the words of a text, case and accents aside. */
    static List<String> words(String text) {
        String folded = SafetyWords.fold(text);
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

    static Set<String> runs(List<String> words) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return runs;
    }

    static int shared(Set<String> one, Set<String> other) {
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        int shared = 0;
        for (String run : smaller) {
            shared += larger.contains(run) ? 1 : 0;
        }
        return shared;
    }
}
