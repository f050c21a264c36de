package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.MannerWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence as it is compared with others: words that stand for themselves, and of the rest the part that it plays.
 *
 * @param shown the words and roles, in order
 * @param asks whether it is a question
 */
record MannerSentence(List<String> shown, boolean asks) {
    static MannerSentence of(List<Token> tokens, Set<String> words) {
        List<String> shown = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            shown.add(words.contains(token.word()) ? token.word() : token.role());
        }
        return new MannerSentence(shown, shown.contains("?"));
    }

    int count(String role) {
        int count = 0;
        for (String one : shown) {
            count += one.equals(role) ? 1 : 0;
        }
        return count;
    }

    /** Returns whether it has something that only the solution has. */
    boolean reveals() {
        for (String one : shown) {
            if (MannerWords.REVEALING.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
