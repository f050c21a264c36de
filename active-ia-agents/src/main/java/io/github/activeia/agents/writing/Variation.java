package io.github.activeia.agents.writing;

/**
 * Which of several equal sentences is used: another one with each turn, starting somewhere that depends on the session, so that
 * a conversation does not repeat itself and a run can be repeated. Of two slots one goes on faster, so that the same pair of sentences
 * does not come back at once.
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
        int hash = slot.hashCode();
        int faster = variants > 2 && Math.floorMod(hash, 2) == 1 ? turn / variants : 0;
        return Math.floorMod(seed * 31 + hash + turn + faster, variants);
    }
}
