package io.github.activeia.agents.leak;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a text that grows: what was read once is not read again. Used by one thread at a time. */
final class PieceReader {
    private final Known known;
    private final LeakWords words;
    private final Map<Piece, Reading> read = new HashMap<>();
    private final Map<String, Sentences> passages = new HashMap<>();
    private final Map<Piece, OptionalInt> told = new HashMap<>();
    private final PieceCutter cutter = new PieceCutter();
    private String text = "";
    private @Nullable Reading last;

    PieceReader(Known known, LeakWords words) {
        this.known = known;
        this.words = words;
    }

    Known known() {
        return known;
    }

    LeakWords words() {
        return words;
    }

    /** Reads a text, or returns how it was read where it is the same as before. */
    Reading read(String whole) {
        Reading before = last;
        if (before == null || !whole.equals(text)) {
            before = new Reading(cutter.cut(whole), this);
            last = before;
            text = whole;
        }
        return before;
    }

    Reading read(Piece piece) {
        Reading before = read.get(piece);
        if (before == null) {
            before = new Reading(piece, this);
            read.put(piece, before);
        }
        return before;
    }

    Sentences passage(String text) {
        return passages.computeIfAbsent(text, t -> new Sentences(t, words));
    }

    /** Returns how many words a sentence tells; none if it sets the student to work. */
    OptionalInt told(Piece piece) {
        return told.computeIfAbsent(piece, p -> Form.told(p, words));
    }
}
