package io.github.activeia.rag.chunking;

import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chunk that is still growing. Not thread-safe. */
final class ChunkDraft {
    private static final int LONGEST_ANNOUNCEMENT = 80;

    private final List<Piece> pieces = new ArrayList<>();
    private int tokens;
    private String overlap = "";
    private boolean released;

    record Piece(Kind kind, String text, @Nullable Integer page, int tokens) {
        boolean announces() {
            return kind == Kind.PARAGRAPH && tokens <= LONGEST_ANNOUNCEMENT && text.endsWith(":");
        }
    }

    record Place(ChunkFactory factory, List<String> headings, Locale locale) {}

    void add(Piece piece) {
        pieces.add(piece);
        tokens += piece.tokens();
    }

    void addAll(ChunkDraft other) {
        other.pieces.forEach(this::add);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isReleased() {
        return released;
    }

    int tokens() {
        return tokens;
    }

    int overlapTokens() {
        return TokenEstimate.of(overlap);
    }

    boolean announces() {
        return !pieces.isEmpty() && last().announces();
    }

    boolean endsWith(Kind kind) {
        return !pieces.isEmpty() && last().kind() == kind;
    }

    /** Takes a last line such as "Por ejemplo:" away, if it is not all there is and fits before what it announces. */
    @Nullable
    Piece removeAnnouncement(int room) {
        if (pieces.size() < 2 || !last().announces() || last().tokens() > room) {
            return null;
        }
        Piece announcement = pieces.remove(pieces.size() - 1);
        tokens -= announcement.tokens();
        return announcement;
    }

    /** Repeats the last sentences of the chunk before, as far as the budget goes. */
    void overlap(@Nullable ChunkDraft before, SectionBudget budget, Locale locale) {
        if (before == null || !before.endsWith(Kind.PARAGRAPH)) {
            return;
        }
        int most = Math.min(budget.overlap(), budget.room() - tokens);
        List<String> sentences = Sentences.of(before.last().text(), locale);
        StringBuilder repeated = new StringBuilder();
        for (int i = sentences.size() - 1; i >= 0; i--) {
            String longer = sentences.get(i) + repeated;
            if (TokenEstimate.of(longer) > most) {
                break;
            }
            repeated.insert(0, sentences.get(i));
        }
        overlap = repeated.toString().strip();
    }

    Chunk release(Place place) {
        released = true;
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining("\n\n"));
        return place.factory().chunk(place.headings(), pieces.get(0).page(), text, overlap);
    }

    private Piece last() {
        return pieces.get(pieces.size() - 1);
    }
}
