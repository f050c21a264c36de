package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.Map;
import java.util.Optional;

/** The documents of a store. */
public interface DocumentCatalog {
    /** Returns the documents of a course by source file. */
    Map<String, StoredDocument> list(CourseId course);

    /** Starts to write a document; whatever the store holds under the same course and source is replaced on commit. */
    DocumentWriter replace(StoredDocument document);

    /** Deletes a document with all its chunks; nothing happens if there is none. */
    void delete(CourseId course, String source);

    /**
     * Returns the version of a course: another one whenever something was written to it or removed from it, and never one that it
     * had before. Empty, as here, where the store cannot tell in one cheap look.
     */
    default Optional<String> version(CourseId course) {
        return Optional.empty();
    }
}
