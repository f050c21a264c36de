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

    /** Makes a list. Its bit marks tokens that are in it; 0 is the bit of a list that no token is looked up in. */
    WordList(long bit) {
        this.bit = bit;
    }

    void add(String phrase) {
        phrases.add(phrase);
    }

    boolean contains(String folded) {
        return phrases.contains(folded);
    }

    long bit() {
        return bit;
    }

    @Override
    public Iterator<String> iterator() {
        return phrases.iterator();
    }
}
