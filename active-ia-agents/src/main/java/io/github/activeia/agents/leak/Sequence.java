package io.github.activeia.agents.leak;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words in order, that others are compared with by the longest common subsequence. Sixty-four words are compared at once, by the
 * bit-vector method of Crochemore, Iliopoulos, Pinzon and Reid (2001). Immutable.
 */
final class Sequence {
    private final int size;
    private final Map<String, long[]> places = new HashMap<>();

    private Sequence(List<String> words) {
        size = words.size();
        for (int i = 0; i < size; i++) {
            places.computeIfAbsent(words.get(i), word -> new long[blocks()])[i / Long.SIZE] |= 1L << (i % Long.SIZE);
        }
    }

    static Sequence of(List<String> words) {
        return new Sequence(words);
    }

    int size() {
        return size;
    }

    private int blocks() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /** Returns how long the longest common subsequence with other words is, as a share of these; 0 if there are none. */
    double share(List<String> others) {
        return size == 0 || others.isEmpty() ? 0 : new Grown().share(others);
    }

    /** Begins to compare with words that grow. */
    Grown grown() {
        return new Grown();
    }

    /** How far the comparison with some words came: where they are the ones before and more, it goes on from there. Used by one thread at a time. */
    final class Grown {
        private final long[] open = new long[blocks()];
        private List<String> read = List.of();

        private Grown() {
            Arrays.fill(open, -1);
        }

        /** Returns the share of {@link Sequence#share}. */
        double share(List<String> others) {
            if (size == 0 || others.isEmpty()) {
                return 0;
            }
            boolean more = goesOn(others);
            if (!more) {
                Arrays.fill(open, -1);
            }
            int from = more ? read.size() : 0;
            for (String other : others.subList(from, others.size())) {
                long[] at = places.get(other);
                if (at != null) {
                    advance(open, at);
                }
            }
            read = others;
            return found() / (double) size;
        }

        /** Returns whether words are those before and more. */
        boolean goesOn(List<String> others) {
            return read.size() <= others.size() && read.equals(others.subList(0, read.size()));
        }

        private int found() {
            int found = 0;
            for (int i = 0; i < size; i++) {
                found += (open[i / Long.SIZE] >>> (i % Long.SIZE) & 1) == 0 ? 1 : 0;
            }
            return found;
        }
    }

    /** Adds, over all blocks, what is open to what is open at some places: each run of ones moves its lowest one to the next place. */
    private static void advance(long[] open, long[] at) {
        long carry = 0;
        for (int i = 0; i < open.length; i++) {
            long before = open[i];
            long sum = before + (before & at[i]);
            long over = Long.compareUnsigned(sum, before) < 0 ? 1 : 0;
            long all = sum + carry;
            carry = over | (carry == 1 && all == 0 ? 1 : 0);
            open[i] = all | (before & ~at[i]);
        }
    }
}
