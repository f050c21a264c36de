package io.github.activeia.rag.store.pgvector;

import java.util.LinkedHashSet;
import java.util.Set;

/** All words that are one slip of the keys away. A server that is asked for some hundred words at once needs no other index. */
final class Edits {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Edits() {}

    /** Returns them for a folded word; none for a word that is too short to tell, or too long to be one. */
    static Set<String> of(String word) {
        Set<String> edits = new LinkedHashSet<>();
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return edits;
        }
        for (int i = 0; i <= word.length(); i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            if (tail.length() > 1) {
                edits.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
            if (!tail.isEmpty()) {
                edits.add(head + tail.substring(1));
            }
            typed(edits, head, tail);
        }
        edits.remove(word);
        return edits;
    }

    private static void typed(Set<String> edits, String head, String tail) {
        for (int letter = 0; letter < LETTERS.length(); letter++) {
            String with = head + LETTERS.charAt(letter);
            edits.add(with + tail);
            if (!tail.isEmpty()) {
                edits.add(with + tail.substring(1));
            }
        }
    }
}
