package io.github.activeia.rag.store.langchain4j;

/** Arithmetic of vectors. */
final class Vectors {
    private Vectors() {}

    static double cosine(float[] one, float[] other) {
        double lengths = Math.sqrt(dot(one, one) * dot(other, other));
        return lengths > 0 ? dot(one, other) / lengths : 0;
    }

    static boolean isZero(float[] vector) {
        return !(dot(vector, vector) > 0);
    }

    /** Returns a copy of length 1, so that engines agree whether they compare by cosine or by dot product. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
