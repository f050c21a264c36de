package io.github.activeia.agents.writing;

/**
 * Which of several equal sentences is used: the next one with each turn, starting somewhere that depends on the session, so that
 * a conversation does not repeat itself and a run can be repeated.
 *
 * @param seed depends on the session
 * @param turn goes up with each message
 */
public record Variation(int seed, int turn) {

    /** Returns the start of a session without an id. */
    public static Variation first() {
        return new Variation(0, 0);
    }

    int index(String slot, int variants) {
        return Math.floorMod(seed * 31 + slot.hashCode() + turn, variants);
    }
}
