package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.ActivityKey;

/**
 * That an attempt of a student was observed.
 *
 * @param key whose attempt, at which activity
 * @param topic the topic that it counts for
 * @param outcome how it ended
 * @param source who says so
 * @param progress what is known of the topic with it
 */
public record Observation(
        ActivityKey key, TopicKey topic, AttemptOutcome outcome, Source source, TopicProgress progress) {
    /** Who says how an attempt ended. */
    public enum Source {
        /** The host saw it: a test run, a submission, a checked step. */
        HOST("sistema"),

        /** The student told it in a message, which proves less. */
        MESSAGE("mensaje");

        private final String value;

        Source(String value) {
            this.value = value;
        }

        /** Returns the Spanish word that is stored and shown. */
        public String value() {
            return value;
        }
    }
}
