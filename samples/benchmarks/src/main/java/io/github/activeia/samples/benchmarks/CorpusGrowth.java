package io.github.activeia.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Makes a large corpus of a small one. Each copy of a passage loses a fifth of its words, and its vector is the original's plus
 * noise of a fifth of its length, scaled to length 1 again. The same seed gives the same corpus.
 */
final class CorpusGrowth {
    private static final double DROPPED = 0.2;
    private static final double NOISE = 0.2;

    private static final String COPY = "~";

    private CorpusGrowth() {}

    static boolean isGrown(Dataset dataset) {
        return dataset.rows().stream().anyMatch(row -> row.id().contains(COPY));
    }

    /** Returns the id of the passage that one is a copy of, or its own. */
    static String original(String id) {
        int copy = id.indexOf(COPY);
        return copy < 0 ? id : id.substring(0, copy);
    }

    /** Returns a dataset of that many passages; those of the original come first, unchanged. */
    static Dataset grow(Dataset original, int size, long seed) {
        List<Row> rows = new ArrayList<>(original.rows());
        int first = rows.size();
        Random chance = new Random(seed);
        for (int i = first; i < size; i++) {
            rows.add(copy(original.rows().get(i % first), i / first, chance));
        }
        return new Dataset(
                original.name() + "-" + size, original.language(), rows.subList(0, size), original.questions());
    }

    private static Row copy(Row row, int number, Random chance) {
        return new Row(
                row.id() + COPY + number,
                row.title(),
                thinned(row.text(), chance),
                row.course(),
                noisy(row.vector(), chance));
    }

    private static String thinned(String text, Random chance) {
        StringJoiner kept = new StringJoiner(" ");
        for (String word : text.split(" ", -1)) {
            if (chance.nextDouble() >= DROPPED) {
                kept.add(word);
            }
        }
        return kept.toString().isBlank() ? text : kept.toString();
    }

    private static float[] noisy(float[] vector, Random chance) {
        double deviation = NOISE / Math.sqrt(vector.length);
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (vector[i] + deviation * chance.nextGaussian());
        }
        return Vectors.normalised(moved);
    }
}
