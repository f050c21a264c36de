package io.github.activeia.rag.parsing;

import java.util.Map;

/** Receives a document while it is read. */
public interface DocumentSink {
    /**
     * Receives what the document says about itself; called at most once, before any block.
     *
     * @param values by key, keys in lower case, as the author wrote them
     */
    void metadata(Map<String, String> values);

    /** Receives the next block. */
    void block(Block block);
}
