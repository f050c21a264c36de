package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.agents.session.StateStore;

/**
 * Keeps how far students have come with the topics of a course, from their own attempts. It advises: it never raises help above what
 * the rules of {@link Scaffolding} allow, and grades nobody. An observation is atomic: of two at the same time, even on two nodes,
 * none is lost. Implementations are thread-safe.
 *
 * <pre>{@code
 * StudentProgress progress = StudentProgress.inMemory();
 * TopicKey key = new TopicKey(new CourseId("algoritmos"), new StudentId("alumna-7"), "3");
 * double mastery = progress.observe(key, AttemptOutcome.SOLVED_STEP).mastery();
 * }</pre>
 */
public interface StudentProgress {
    /** Returns what is known of a student and a topic; what holds before any observation if that is nothing. */
    TopicProgress find(TopicKey key);

    /** Notes an attempt, and returns what is known then. */
    TopicProgress observe(TopicKey key, AttemptOutcome outcome);

    /** Returns a store in the memory of this node, with the {@link KnowledgeTracing#defaults() default parameters}. */
    static StudentProgress inMemory() {
        return in(SessionStore.inMemory());
    }

    /**
     * Returns a store that keeps its states beside those of the sessions, such as {@code PostgresSessionStore}, with the
     * {@link KnowledgeTracing#defaults() default parameters}. Its time to live, outages and failures are those of that store.
     */
    static StudentProgress in(StateStore states) {
        return in(states, KnowledgeTracing.defaults());
    }

    /** Returns a store with parameters of the host; otherwise like {@link #in(StateStore)}. */
    static StudentProgress in(StateStore states, KnowledgeTracing tracing) {
        return new StoredProgress(states, tracing);
    }

    /** Returns a store that observes nobody: every topic stays as it is before any observation. */
    static StudentProgress none() {
        return NoProgress.INSTANCE;
    }
}
