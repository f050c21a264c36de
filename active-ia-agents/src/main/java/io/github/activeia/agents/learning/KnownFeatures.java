package io.github.activeia.agents.learning;

/**
 * Those features of a text that a classifier knows, by their rows, in the order in which they were added. A look into its table is most
 * of what a feature costs, so a text that several things are asked about is looked up once: {@link LinearClassifier#known}.
 */
public final class KnownFeatures {
    private final int[] rows;
    private final float[] values;
    private final int[] marks;
    private final int size;

    KnownFeatures(Features features, FeatureRows known) {
        int[] found = new int[features.size()];
        float[] value = new float[found.length];
        int[] mark = new int[found.length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            int row = known.of(features.name(i));
            if (row >= 0) {
                found[count] = row;
                value[count] = features.value(i);
                mark[count++] = features.mark(i);
            }
        }
        this.rows = found;
        this.values = value;
        this.marks = mark;
        this.size = count;
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    int row(int at) {
        return rows[at];
    }

    float value(int at) {
        return values[at];
    }

    int mark(int at) {
        return marks[at];
    }
}
