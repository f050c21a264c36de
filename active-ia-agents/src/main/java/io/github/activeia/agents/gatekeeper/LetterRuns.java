package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import java.util.stream.IntStream;

/** The runs of three to five letters of a word, with its borders, so that a misspelled word still looks like the right one. */
final class LetterRuns {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** Of a longer word the beginning is read, so that a word of a megabyte costs no more than another one. */
    private static final int MOST_LETTERS = 24;

    private static final double[] ROOTS =
            IntStream.rangeClosed(0, LONGEST).mapToDouble(Math::sqrt).toArray();

    private LetterRuns() {}

    /**
     * Adds the runs of a word.
     *
     * @param kind the beginning of their names, hashed
     * @param scale what each weighs, times the root of its length
     */
    static void add(Features features, long kind, String word, double scale) {
        int length = Math.min(word.length(), MOST_LETTERS) + 2;
        for (int start = 0; start + SHORTEST <= length; start++) {
            long hash = kind;
            for (int i = 0; i < LONGEST && start + i < length; i++) {
                int at = start + i;
                hash = Features.hash(hash, at == 0 ? '<' : at == length - 1 ? '>' : word.charAt(at - 1));
                if (i + 1 >= SHORTEST) {
                    features.add(hash, scale / ROOTS[i + 1]);
                }
            }
        }
    }
}
