package io.github.activeia.core.knowledge;

import io.github.activeia.core.CourseId;
import java.util.Optional;

/** A source that can tell whether what it would return has changed, so that results may be cached. Thread-safe. */
public interface VersionedKnowledge extends KnowledgeSource {
    /**
     * Returns the version of a course's material and of the way it is searched: another one whenever a document was written or
     * removed, and never one that was returned before for something else. It is asked before each search, so it is cheap.
     *
     * @return at most some hundred characters without meaning, or empty where the source cannot tell; then nothing is cached
     * @throws io.github.activeia.core.ActiveIaException if the store cannot be reached
     */
    Optional<String> version(CourseId course);

    /** Returns the version if a source has one. */
    static Optional<String> of(KnowledgeSource source, CourseId course) {
        return source instanceof VersionedKnowledge versioned ? versioned.version(course) : Optional.empty();
    }
}
