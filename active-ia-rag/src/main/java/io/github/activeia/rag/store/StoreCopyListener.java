package io.github.activeia.rag.store;

/** Is told how far a copy is, on the thread that runs it: before each document, and at the end. */
@FunctionalInterface
public interface StoreCopyListener {
    /** Receives the progress; what it throws ends the copy. */
    void progressed(StoreCopyProgress progress);

    /** Returns a listener that does nothing. */
    static StoreCopyListener none() {
        return progress -> {};
    }
}
