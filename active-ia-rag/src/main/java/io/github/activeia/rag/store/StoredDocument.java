package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Hint;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Objects;

/**
 * A document as the store keeps it.
 *
 * @param course the course
 * @param document what it is
 * @param contentHash of the file and of everything that shapes its chunks, in hexadecimal
 * @param chunks how many chunks it has
 * @param hints what its author wrote to be given as hints, in the order of writing; they are never searched
 */
public record StoredDocument(
        CourseId course, Passage.Document document, String contentHash, int chunks, List<Hint> hints) {
    /** Copies the hints; what an older release stored has none. */
    public StoredDocument {
        hints = List.copyOf(Objects.requireNonNullElse(hints, List.of()));
    }

    /** Creates an entry without hints. */
    public StoredDocument(CourseId course, Passage.Document document, String contentHash, int chunks) {
        this(course, document, contentHash, chunks, List.of());
    }
}
