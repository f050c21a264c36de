package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.List;
import java.util.function.Consumer;

/** Reads a store whole, to copy it into another one without embedding again. */
public interface StoreContents {
    /** Returns the courses that have documents, in the order of their names. */
    List<CourseId> courses();

    /**
     * Hands over the chunks of a document with their vectors, in batches, in the order of their positions. A document that is not
     * there has none.
     */
    void read(CourseId course, String source, Consumer<List<EmbeddedChunk>> batches);
}
