package io.github.activeia.rag.chunking;

import io.github.activeia.rag.parsing.Block;
import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.store.Chunk;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Packs the blocks of one section into chunks. Not thread-safe. */
final class Section {
    private final SectionBudget budget;
    private final ChunkDraft.Place place;
    private final Consumer<Chunk> chunks;
    private @Nullable ChunkDraft before;
    private ChunkDraft current = new ChunkDraft();

    Section(SectionBudget budget, ChunkDraft.Place place, Consumer<Chunk> chunks) {
        this.budget = budget;
        this.place = place;
        this.chunks = chunks;
    }

    void add(Block.Text block, @Nullable Integer page) {
        int longest = block.kind().whole() ? budget.room() : budget.target();
        for (String text : Pieces.of(block, longest, place.locale())) {
            ChunkDraft.Piece piece = new ChunkDraft.Piece(block.kind(), text, page, TokenEstimate.of(text));
            if (!current.isEmpty() && current.tokens() + piece.tokens() > limit(piece)) {
                ChunkDraft.Piece announcement = current.removeAnnouncement(budget.room() - piece.tokens());
                endChunk();
                if (announcement != null) {
                    current.add(announcement);
                }
            }
            current.add(piece);
        }
    }

    /** Ends a chunk early: what follows is another concept, and shares no chunk and no overlap with this one. */
    void endConcept() {
        endChunk();
        release();
        before = null;
    }

    private void endChunk() {
        if (!current.isEmpty()) {
            release();
            current.overlap(before, budget, place.locale());
            before = current;
            current = new ChunkDraft();
        }
    }

    void end() {
        boolean crumb = before != null
                && !current.isEmpty()
                && current.tokens() < budget.target() / 4
                && before.tokens() + current.tokens() + before.overlapTokens() <= budget.room();
        if (crumb && before != null) {
            before.addAll(current);
            current = new ChunkDraft();
        }
        endChunk();
        release();
        before = null;
    }

    /** What belongs together may be longer than the target: an announcement with what it announces, a text with its code. */
    private int limit(ChunkDraft.Piece next) {
        boolean together = current.announces() || (next.kind().whole() && current.endsWith(Kind.PARAGRAPH));
        return together ? budget.room() : budget.target();
    }

    private void release() {
        if (before != null && !before.isReleased()) {
            chunks.accept(before.release(place));
        }
    }
}
