package io.github.activeia.agents.testing;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import java.util.Optional;

/** Fixed knowledge with a version that a test changes. Thread-safe. */
public final class VersionedCourse implements VersionedKnowledge {
    private final FixedKnowledge knowledge;
    private volatile String version = "1";

    private VersionedCourse(FixedKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Returns knowledge in its first version. */
    public static VersionedCourse of(FixedKnowledge knowledge) {
        return new VersionedCourse(knowledge);
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        return knowledge.retrieve(query);
    }

    @Override
    public Optional<String> version(CourseId course) {
        return Optional.of(version);
    }

    /** Changes the version, as a written document does. */
    public void change(String next) {
        version = next;
    }

    /** Returns how often it was searched. */
    public int searches() {
        return knowledge.queries().size();
    }
}
