package io.github.activeia.core.privacy;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Words and phrases that mean the same to a recogniser; the words of a phrase are joined by {@code _}. Not changed after loading.
 */
final class WordList implements Iterable<String> {
    private final Set<String> phrases = new HashSet<>();
    private final long bit;
    private int longest;

    /** Makes a list. Its bit marks tokens that are in it; 0 is the bit of a list that no token is looked up in. */
    WordList(long bit) {
        this.bit = bit;
    }

    void add(String phrase) {
        phrases.add(phrase);
        int words = 1;
        for (int i = 0; i < phrase.length(); i++) {
            words += phrase.charAt(i) == '_' ? 1 : 0;
        }
        longest = Math.max(longest, words);
    }

    boolean contains(String folded) {
        return phrases.contains(folded);
    }

    /** Returns how many words the longest phrase has. */
    int longest() {
        return longest;
    }

    long bit() {
        return bit;
    }

    @Override
    public Iterator<String> iterator() {
        return phrases.iterator();
    }
}
