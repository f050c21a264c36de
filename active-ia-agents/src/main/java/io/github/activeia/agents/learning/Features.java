package io.github.activeia.agents.learning;

import java.util.Arrays;

/**
 * What is known of one text: names of features, hashed to 64 bits, each with a value and the mark of where it comes from. Not
 * thread-safe.
 */
public final class Features {
    private static final int FIRST_SIZE = 64;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] names;
    private float[] values;
    private int[] marks;
    private int size;
    private int mark = -1;

    /** Creates an empty list. */
    public Features() {
        this(FIRST_SIZE);
    }

    /**
     * Creates an empty list with room.
     *
     * @param expected how many features there will be, about; more fit too. At least 1
     */
    public Features(int expected) {
        names = new long[expected];
        values = new float[expected];
        marks = new int[expected];
    }

    /** Sets where the features that are added next come from, such as the number of a word; -1, the default, is nowhere. */
    public void from(int place) {
        mark = place;
    }

    /** Adds a feature by its name. One that is added twice counts twice. */
    public void add(String name, double value) {
        add(hash(FNV_START, name), value);
    }

    /** Adds a feature by the hash of its name, which {@link #hash} makes. */
    public void add(long name, double value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        names[size] = name;
        values[size] = (float) value;
        marks[size++] = mark;
    }

    /**
     * Adds the features of some places of another list.
     *
     * @param first the first place
     * @param end the place behind the last one
     * @param factor what their values are multiplied by
     */
    public void addAll(Features other, int first, int end, double factor) {
        for (int i = 0; i < other.size; i++) {
            if (other.marks[i] >= first && other.marks[i] < end) {
                from(other.marks[i]);
                add(other.names[i], other.values[i] * factor);
            }
        }
        from(-1);
    }

    /** Returns the hash of a name (FNV-1a, 64 bits). */
    public static long hash(String name) {
        return hash(FNV_START, name);
    }

    /** Returns the hash of a longer name, which goes on with a text. */
    public static long hash(long begun, CharSequence rest) {
        long hash = begun;
        for (int i = 0; i < rest.length(); i++) {
            hash = hash(hash, rest.charAt(i));
        }
        return hash;
    }

    /** Returns the hash of a name that is longer by one character. */
    public static long hash(long begun, char next) {
        return (begun ^ next) * FNV_PRIME;
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    long name(int at) {
        return names[at];
    }

    float value(int at) {
        return values[at];
    }

    int mark(int at) {
        return marks[at];
    }
}
