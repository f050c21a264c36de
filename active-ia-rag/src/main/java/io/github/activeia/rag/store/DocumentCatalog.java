package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.Map;

/** The documents of a store. */
public interface DocumentCatalog {
    /** Returns the documents of a course by source file. */
    Map<String, StoredDocument> list(CourseId course);

    /** Starts to write a document; whatever the store holds under the same course and source is replaced on commit. */
    DocumentWriter replace(StoredDocument document);

    /** Deletes a document with all its chunks; nothing happens if there is none. */
    void delete(CourseId course, String source);
}
