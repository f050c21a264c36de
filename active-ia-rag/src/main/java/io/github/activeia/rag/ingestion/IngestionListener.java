package io.github.activeia.rag.ingestion;

/** Is told how far an ingestion is, on the thread that runs it: before each file, after each batch, and at the end. */
@FunctionalInterface
public interface IngestionListener {
    /** Receives the progress; what it throws ends the ingestion. */
    void progressed(IngestionProgress progress);

    /** Returns a listener that does nothing. */
    static IngestionListener none() {
        return progress -> {};
    }
}
