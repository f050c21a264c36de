package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Makes vectors of length 1, so that the inner product is the cosine. Thread-safe. */
final class Vectors {
    private static final double UNIT = 1e-6;

    private final int dimension;

    Vectors(int dimension) {
        this.dimension = dimension;
    }

    /** Returns it with length 1; one that has this length already comes back bit by bit as it was given. */
    float[] unit(float[] vector) {
        double square = square(vector);
        if (vector.length != dimension || !(square > 0) || Double.isInfinite(square)) {
            throw new InvalidValueException(
                    "vector",
                    "have " + dimension + " finite numbers, not all of them zero",
                    vector.length + " numbers",
                    "embed with the model that the store was opened with");
        }
        return Math.abs(square - 1) <= UNIT ? vector.clone() : scaled(vector, 1 / Math.sqrt(square));
    }

    /** Returns the same for a question; one without a vector, or with nothing in it, is searched by words alone. */
    float @Nullable [] question(float @Nullable [] vector) {
        return vector == null || square(vector) == 0 ? null : unit(vector);
    }

    private static double square(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        return square;
    }

    private static float[] scaled(float[] vector, double factor) {
        float[] scaled = new float[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (vector[i] * factor);
        }
        return scaled;
    }
}
