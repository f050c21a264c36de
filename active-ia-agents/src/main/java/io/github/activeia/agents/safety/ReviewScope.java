package io.github.activeia.agents.safety;

/** Of which texts of a model a reviewer is asked. */
public enum ReviewScope {
    /** Those that the rules let pass with doubt: from a probability of a leak of 0.15 on. The rest is shown while it is written. */
    IN_DOUBT,

    /**
     * Every one that the rules let pass, once and as a whole. Nothing is shown before the reviewer has answered, so nothing of a reply is
     * streamed, and each costs one call more.
     */
    EVERY_REPLY
}
