package io.github.activeia.agents.learning;

import java.util.Arrays;

/**
 * Numbers the features that a classifier knows, from 0. A name is kept by 32 bits of its hash: of a hundred thousand features, one unknown
 * name in forty thousand is taken for a known one. Filled once, then read only.
 */
final class FeatureRows {
    private static final int FIRST_SIZE = 1024;
    private static final int NONE = 0;

    private int[] keys = new int[FIRST_SIZE];
    private int[] numbers = new int[FIRST_SIZE];
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
        return keys[at] == NONE ? -1 : numbers[at];
    }

    /** Adds a key if it is new, and returns its number. */
    int add(int key) {
        int at = place(key);
        if (keys[at] == NONE) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            numbers[at] = size++;
        }
        return numbers[at];
    }

    private int place(int key) {
        int at = (key ^ (key >>> 15)) & (keys.length - 1);
        while (keys[at] != NONE && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new int[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    /** Returns every key, sorted as unsigned numbers. */
    int[] sortedKeys() {
        int[] sorted = Arrays.stream(keys)
                .filter(key -> key != NONE)
                .map(key -> key ^ Integer.MIN_VALUE)
                .sorted()
                .toArray();
        return Arrays.stream(sorted).map(key -> key ^ Integer.MIN_VALUE).toArray();
    }
}
