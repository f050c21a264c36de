package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into windows of one to three sentences. Every word is in a few windows at most, so that time stays linear. */
final class InjectionWindows {
    private static final int MOST_WORDS = 40;
    private static final int MOST_SENTENCES = 3;

    private InjectionWindows() {}

    /** Some words in a row: the number of the first, and of the one behind the last. */
    record Window(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** Each sentence, and each with as many of the next ones as fit. */
    static List<Window> of(Words words) {
        List<Window> sentences = sentences(words);
        List<Window> found = new ArrayList<>(2 * sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            Window first = sentences.get(i);
            Window longest = first;
            for (int next = i + 1; next < sentences.size() && next < i + MOST_SENTENCES; next++) {
                if (sentences.get(next).to() - first.from() > MOST_WORDS) {
                    break;
                }
                longest = new Window(first.from(), sentences.get(next).to());
            }
            found.add(first);
            if (!longest.equals(first)) {
                found.add(longest);
            }
        }
        return found;
    }

    private static List<Window> sentences(Words words) {
        List<Window> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size() || !words.get(i).sameSentence(words.get(from));
            if (ends) {
                found.add(new Window(from, i));
                from = i;
            } else if (i - from == MOST_WORDS) {
                found.add(new Window(from, i));
                from = i - MOST_WORDS / 2;
            }
        }
        return found;
    }
}
