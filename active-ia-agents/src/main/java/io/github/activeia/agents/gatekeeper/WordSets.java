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
    private static final int LONGEST_STEM = 24;
    private static final int BEGINNINGS = 1 << 10;
    private static final BitSet NONE = new BitSet();

    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> words = new HashMap<>();
    private final Map<String, BitSet> stems = new HashMap<>();

    /**
     * Of two letters, which lengths the stems have that begin with them, as bits: few words need more than one look. Letters that share a
     * place cost a look more.
     */
    private final long[] stemLengths = new long[BEGINNINGS];

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
            if (stem && bare.length() <= LONGEST_STEM) {
                stemLengths[beginning(bare)] |= 1L << bare.length();
            }
        }
        return number;
    }

    /** The place of the first two letters; those of Spanish and English have one each. */
    private static int beginning(String word) {
        return (word.charAt(0) << 5 ^ word.charAt(1)) & (BEGINNINGS - 1);
    }

    int count() {
        return numbers.size();
    }

    /** Returns the sets that hold a word; not to be changed. */
    BitSet of(String word) {
        BitSet exact = words.getOrDefault(word, NONE);
        long lengths = word.length() < SHORTEST_STEM ? 0 : stemLengths[beginning(word)];
        if (lengths == 0) {
            return exact;
        }
        BitSet found = exact;
        for (long rest = lengths; rest != 0; rest &= rest - 1) {
            int length = Long.numberOfTrailingZeros(rest);
            BitSet more = length > word.length() ? null : stems.get(word.substring(0, length));
            if (more != null) {
                found = both(found, more);
            }
        }
        return found;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = new BitSet();
        both.or(one);
        both.or(other);
        return both;
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
