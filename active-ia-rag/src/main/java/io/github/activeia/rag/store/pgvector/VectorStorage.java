package io.github.activeia.rag.store.pgvector;

/** How vectors are kept and indexed; docs/stores.md has what each costs in recall and in bytes. Fixed when the tables are created. */
public enum VectorStorage {
    /** Four bytes a value, in the table and in the index; up to 2,000 dimensions. The default. */
    FULL("vector", 2000),

    /** Two bytes a value, in the table and in the index; up to 4,000 dimensions. */
    HALF("halfvec", 4000),

    /** Four bytes a value in the table, one bit in the index: the index finds candidates, and the table puts them in order. */
    BINARY("vector", 16_000);

    private final String type;
    private final int mostDimensions;

    VectorStorage(String type, int mostDimensions) {
        this.type = type;
        this.mostDimensions = mostDimensions;
    }

    String type() {
        return type;
    }

    /** Returns how many dimensions pgvector can index so. */
    int mostDimensions() {
        return mostDimensions;
    }
}
