package io.github.activeia.rag.parsing;

import io.github.activeia.core.Hint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receives a document while it is read. */
public interface DocumentSink {
    /**
     * Receives what the document says about itself; called at most once, before any block.
     *
     * @param values by key, keys in lower case, as the author wrote them
     */
    void metadata(Map<String, String> values);

    /** Receives the keys of the document's front matter, or what takes its place, as the author wrote them, whatever they hold; called at most once, before any block. */
    default void keys(Set<String> keys) {}

    /** Receives the hints that the document brings for those who work on it, in the order of writing; called at most once, before any block. */
    default void hints(List<Hint> hints) {}

    /** Receives the next block. */
    void block(Block block);
}
