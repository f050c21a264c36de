package io.github.activeia.agents.gatekeeper;

import java.util.BitSet;
import java.util.List;

/**
 * The words of a message, as patterns see them.
 *
 * @param tokens the words in order
 * @param questions the numbers of the sentences that are questions
 * @param fillers the set of greetings and courtesies
 * @param joiners the set of conjunctions
 */
record Words(List<Token> tokens, BitSet questions, int fillers, int joiners) {
    private static final int LOOK_BACK = 3;
    private static final int MOST_FILLERS = 6;

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** Returns the number of the first word that starts at a place of the text or behind it. */
    int from(int place) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens.get(middle).start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns whether there is a word at an offset from a start, in the same sentence. */
    boolean has(int start, int offset) {
        int at = start + offset;
        return at < tokens.size()
                && tokens.get(at).sentence() == tokens.get(start).sentence();
    }

    /** Returns whether a set has any of the words. */
    boolean anyIn(int set) {
        for (Token token : tokens) {
            if (token.isIn(set)) {
                return true;
            }
        }
        return false;
    }

    boolean anyBefore(int start, int set) {
        for (int i = 1; i <= LOOK_BACK && start - i >= 0; i++) {
            Token token = tokens.get(start - i);
            if (!token.sameSentence(tokens.get(start))) {
                return false;
            }
            if (token.isIn(set)) {
                return true;
            }
        }
        return false;
    }

    boolean startsSentence(int start) {
        for (int i = 1; i <= MOST_FILLERS && start - i >= 0; i++) {
            Token before = tokens.get(start - i);
            if (!before.sameSentence(tokens.get(start))) {
                return true;
            }
            if (!before.isIn(fillers)) {
                return false;
            }
        }
        return start <= MOST_FILLERS;
    }

    boolean startsClause(int start) {
        if (tokens.get(start).clauseStart() || startsSentence(start)) {
            return true;
        }
        Token before = tokens.get(start - 1);
        return before.isIn(joiners) || before.isIn(fillers);
    }

    boolean inQuestion(int start) {
        return questions.get(tokens.get(start).sentence());
    }
}
