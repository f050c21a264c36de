package io.github.activeia.agents.risk;

/**
 * Hears of alerts, after the reply is final and its trace is kept, and before it is returned. Called on the thread of the question; an exception is logged
 * and costs nothing. Implementations are thread-safe and quick.
 */
@FunctionalInterface
public interface AlertListener {
    /** Something happened that a person should look at. */
    void onAlert(Alert alert);
}
