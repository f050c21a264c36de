package io.github.activeia.rag.store;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.CourseId;
import java.util.Collection;
import java.util.List;

/** A copy that ended, and whose target does not hold what the source does. */
public final class IncompleteCopyException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    private IncompleteCopyException(String message) {
        super(message, true, null);
    }

    static IncompleteCopyException of(
            CourseId course, Collection<StoredDocument> wanted, List<String> wrong, long chunks) {
        long expected = wanted.stream().mapToLong(StoredDocument::chunks).sum();
        return new IncompleteCopyException(
                "copy of " + course + " must hold " + wanted.size() + " documents with "
                        + expected + " chunks, but was " + (wanted.size() - wrong.size()) + " whole documents and "
                        + chunks
                        + " chunks, without a whole " + wrong.get(0)
                        + " — let nothing else write to the two stores, and copy again; if it is the same, ingest that file again");
    }
}
