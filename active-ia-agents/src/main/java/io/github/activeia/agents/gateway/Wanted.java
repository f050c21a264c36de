package io.github.activeia.agents.gateway;

import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.PlainText;
import java.util.Set;

/** What somebody wants who asks for finished work: all of it, or no more than a result. Thread-safe. */
final class Wanted {
    private final Set<String> results = WordList.lines("results");
    private final Set<String> works = WordList.lines("whole-works");

    /** Returns whether a request names a result, such as how many there are, and nothing that is more than that. */
    boolean isResult(String message) {
        String folded = " "
                + PlainText.fold(message).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
        return names(folded, results) && !names(folded, works);
    }

    private static boolean names(String message, Set<String> words) {
        return words.stream().anyMatch(word -> message.contains(" " + word + " "));
    }
}
