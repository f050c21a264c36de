package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word sets of a lexicon, numbered, with a look-up from a word to the sets that hold it. Filled once, then read only. */
final class WordSets {
    private static final int SHORTEST_STEM = 2;

    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> words = new HashMap<>();
    private final Map<String, BitSet> stems = new HashMap<>();

    /** Returns the number of the set that holds exactly these words and stems ({@code dame*}). */
    int numberOf(Collection<String> entries) {
        List<String> key = entries.stream().distinct().sorted().toList();
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(key, number);
        for (String entry : key) {
            boolean stem = entry.endsWith("*");
            String bare = stem ? entry.substring(0, entry.length() - 1) : entry;
            (stem ? stems : words).computeIfAbsent(bare, w -> new BitSet()).set(number);
        }
        return number;
    }

    int count() {
        return numbers.size();
    }

    /** Returns the sets that hold a word. */
    BitSet of(String word) {
        BitSet found = new BitSet();
        BitSet exact = words.get(word);
        if (exact != null) {
            found.or(exact);
        }
        for (int length = SHORTEST_STEM; length <= word.length() && length <= 24; length++) {
            BitSet begun = stems.get(word.substring(0, length));
            if (begun != null) {
                found.or(begun);
            }
        }
        return found;
    }

    boolean knows(String word) {
        return words.containsKey(word);
    }

    /** Returns whether a word is a stem with an ending of at most so many letters. */
    boolean hasStem(String word, int longestEnding) {
        for (int length = Math.max(SHORTEST_STEM, word.length() - longestEnding); length <= word.length(); length++) {
            if (stems.containsKey(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    /** Returns every whole word. */
    Set<String> words() {
        return words.keySet();
    }

    /** Returns every stem, without its star. */
    List<String> stems() {
        return new ArrayList<>(stems.keySet());
    }
}
