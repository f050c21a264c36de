package io.github.activeia.agents.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers the features that a classifier knows, from 0. A name is kept by 32 bits of its hash: of a hundred thousand features, one unknown
 * name in forty thousand is taken for a known one. Filled once, then read only.
 */
final class FeatureRows {
    private static final int FIRST_SIZE = 1024;
    private static final int NONE = 0;

    /** Each key with its number behind it, so that one look into the memory finds both. */
    private int[] table = new int[2 * FIRST_SIZE];

    private int size;

    /** Returns the 32 bits that a name is known by, never 0. */
    static int key(long name) {
        long mixed = (name ^ (name >>> 33)) * 0xff51afd7ed558ccdL;
        int key = (int) (mixed >>> 32);
        return key == NONE ? 1 : key;
    }

    int size() {
        return size;
    }

    /** Returns the number of a feature, or -1 if it is not known. */
    int of(long name) {
        return ofKey(key(name));
    }

    int ofKey(int key) {
        int at = place(key);
        return table[at] == NONE ? -1 : table[at + 1];
    }

    /** Adds a key if it is new, and returns its number. */
    int add(int key) {
        int at = place(key);
        if (table[at] == NONE) {
            if (4 * (size + 1) > table.length) {
                grow();
                at = place(key);
            }
            table[at] = key;
            table[at + 1] = size++;
        }
        return table[at + 1];
    }

    private int place(int key) {
        int last = table.length - 1;
        int at = 2 * (key ^ (key >>> 15)) & last;
        while (table[at] != NONE && table[at] != key) {
            at = (at + 2) & last;
        }
        return at;
    }

    private void grow() {
        int[] old = table;
        table = new int[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != NONE) {
                int at = place(old[i]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }

    /** Returns every key, sorted as unsigned numbers. */
    int[] sortedKeys() {
        int[] sorted = IntStream.range(0, table.length / 2)
                .map(i -> table[2 * i])
                .filter(key -> key != NONE)
                .map(key -> key ^ Integer.MIN_VALUE)
                .sorted()
                .toArray();
        return Arrays.stream(sorted).map(key -> key ^ Integer.MIN_VALUE).toArray();
    }
}
