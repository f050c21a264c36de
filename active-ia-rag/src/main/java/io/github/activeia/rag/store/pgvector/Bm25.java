package io.github.activeia.rag.store.pgvector;

/**
 * BM25 with k1 1.2 and b 0.75, as Lucene has it, divided in two: the weight of a term in a chunk is kept with the chunk, and the
 * inverse document frequency is put to it when a question is asked. A weight rests on the mean length of the chunks when it was
 * written; all are made again when the mean has moved by more than {@value #TOLERANCE} of it.
 */
final class Bm25 {
    static final double TOLERANCE = 0.15;
    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    private Bm25() {}

    static float[] weights(int[] frequencies, int length, float meanLength) {
        float norm = K1 * (1 - B + B * length / meanLength);
        float[] weights = new float[frequencies.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = frequencies[i] / (frequencies[i] + norm);
        }
        return weights;
    }

    /** Says whether weights that rest on a mean length are still good for another one. */
    static boolean holds(float usedMean, double actualMean) {
        return Math.abs(actualMean / usedMean - 1) <= TOLERANCE;
    }
}
