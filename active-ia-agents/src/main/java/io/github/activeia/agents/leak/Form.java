package io.github.activeia.agents.leak;

import java.util.List;
import java.util.OptionalInt;

/** How a text speaks to the student: whether it asks and sets to work, or goes on telling. Grows with the text and never shrinks. */
final class Form {
    private int tells;
    private int asks;
    private int words;
    private int longestWords;
    private int allWords;

    Form(List<Piece> pieces, PieceReader reader) {
        for (Piece piece : pieces) {
            if (piece.code() || piece.cell()) {
                continue;
            }
            if (piece.asks()) {
                asks++;
                words = 0;
            } else {
                reader.told(piece).ifPresent(this::tell);
            }
        }
    }

    private void tell(int count) {
        tells++;
        words += count;
        allWords += count;
        longestWords = Math.max(longestWords, words);
    }

    /** Returns how many words a sentence has that is no question; none if it asks for something to be done. */
    static OptionalInt told(Piece piece, LeakWords lists) {
        return isRequest(piece.text(), lists)
                ? OptionalInt.empty()
                : OptionalInt.of(Folded.words(piece.text()).size());
    }

    private static boolean isRequest(String sentence, LeakWords lists) {
        List<String> spoken = Folded.words(Folded.fold(sentence));
        for (int i = 0; i < spoken.size() && i < 3; i++) {
            if (lists.list("request").contains(spoken.get(i))) {
                return true;
            }
            if (!lists.list("lead").contains(spoken.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Returns how many words the sentences have that tell in a row, without a question between. */
    int longestWords() {
        return longestWords;
    }

    /** Returns how many words the sentences have that tell. */
    int words() {
        return allWords;
    }

    /** Returns how many sentences tell, if none asks. */
    int unasked() {
        return asks == 0 ? tells : 0;
    }
}
