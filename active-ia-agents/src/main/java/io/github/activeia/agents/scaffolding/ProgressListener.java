package io.github.activeia.agents.scaffolding;

/**
 * Hears how students get on, for learning records and dashboards of a host. It is called on the thread of the student, after the fact;
 * one that fails is logged and costs nothing, and one that takes long makes the student wait. Implementations are thread-safe.
 *
 * <pre>{@code
 * ProgressListener listener = move -> dashboard.show(move.key().student(), move.after());
 * }</pre>
 */
@FunctionalInterface
public interface ProgressListener {
    /** Hears that a help level moved. */
    void onMove(LevelMove move);

    /** Hears of an attempt; does nothing unless it is overridden. */
    default void onObservation(Observation observation) {}
}
