package io.github.activeia.agents.leak;

import java.util.List;

/**
 * A part of a text that is judged by itself: a sentence, a line of code, a cell of a table.
 *
 * @param text the words
 * @param code whether it is code
 * @param fenced whether it stands in a fence
 * @param asks whether it is a question
 * @param listed whether it is an item of a numbered list or a row of a table
 * @param cell whether it is a cell of a table
 */
record Piece(String text, boolean code, boolean fenced, boolean asks, boolean listed, boolean cell) {
    /** Cuts a text. Fences and rules of tables are left out. */
    static List<Piece> of(String text) {
        return new PieceCutter().cut(text);
    }
}
