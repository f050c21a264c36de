package io.github.activeia.samples.lab;

import io.github.activeia.rag.store.KnowledgeStore;

/** A store, and what is to be done when it is closed. */
record OpenStore(KnowledgeStore store, Runnable afterwards) implements AutoCloseable {
    @Override
    public void close() {
        store.close();
        afterwards.run();
    }
}
