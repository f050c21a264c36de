package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.InvalidValueException;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Makes vectors of length 1, so that the inner product is the cosine. Thread-safe. */
final class Vectors {
    private static final double UNIT = 1e-6;

    private final int dimension;

    Vectors(int dimension) {
        this.dimension = dimension;
    }

    /** Returns a copy of length 1. */
    float[] unit(float[] vector) {
        double square = VectorUtil.dotProduct(vector, vector);
        if (vector.length != dimension || !(square > 0) || Double.isInfinite(square)) {
            throw new InvalidValueException(
                    "vector",
                    "have " + dimension + " finite numbers, not all of them zero",
                    vector.length + " numbers",
                    "embed with the model that the store was opened with");
        }
        // One that has this length already comes back bit by bit as it was given.
        return Math.abs(square - 1) <= UNIT ? vector.clone() : VectorUtil.l2normalize(vector.clone());
    }

    /** Returns the same for a question; one without a vector, or with nothing in it, is searched by words alone. */
    float @Nullable [] question(float @Nullable [] vector) {
        if (vector == null || VectorUtil.dotProduct(vector, vector) == 0) {
            return null;
        }
        return unit(vector);
    }
}
