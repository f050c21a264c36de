package io.github.activeia.rag.chunking;

/**
 * How many tokens the chunks of a section may have.
 *
 * @param target what chunks aim at
 * @param room what no chunk exceeds, overlap included
 * @param overlap the longest overlap
 */
record SectionBudget(int target, int room, int overlap) {
    private static final int LEAST = 32;

    /** A question keeps its answer, so it may fill all the room. */
    static SectionBudget of(ChunkingSettings settings, int overhead, boolean question) {
        int room = Math.max(LEAST, settings.maxTokens() - overhead);
        int target = question ? room : Math.min(settings.targetTokens(), room);
        return new SectionBudget(target, room, Math.min(settings.overlapTokens(), room / 4));
    }
}
