package io.github.activeia.core.knowledge;

/** Finds authorised material of a course. Implementations are thread-safe. */
@FunctionalInterface
public interface KnowledgeSource {
    /**
     * Returns the passages for a question, best first, and whether they suffice to answer it. Never a solution.
     *
     * @throws io.github.activeia.core.ActiveIaException if the store cannot be reached
     */
    KnowledgeResult retrieve(KnowledgeQuery query);

    /** Returns a source that knows nothing. */
    static KnowledgeSource none() {
        return query -> KnowledgeResult.nothing();
    }
}
