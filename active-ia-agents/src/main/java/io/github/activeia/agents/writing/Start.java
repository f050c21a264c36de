package io.github.activeia.agents.writing;

import io.github.activeia.core.PlainText;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Where in the material to begin. The parts that introduce a topic come before those that close it, such as what it costs or when it
 * is used, except where the question is about just that. Thread-safe.
 */
public final class Start {
    private static final double INTRODUCES = 1.25;
    private static final double CLOSES = 0.5;
    private static final int SHORTEST_WORD = 4;

    private final Set<String> opening = WordList.lines("opening-headings");
    private final Set<String> closing = WordList.lines("closing-headings");

    /** Returns how well a passage serves as a beginning: 1 where its heading tells nothing about that. */
    public double weight(Passage passage, String question) {
        String heading = passage.section() == null ? "" : fold(passage.section());
        if (asked(heading, fold(question))) {
            return 1;
        }
        if (begins(heading, opening)) {
            return INTRODUCES;
        }
        return begins(heading, closing) ? CLOSES : 1;
    }

    /** Returns the best to begin with of the document that was found first, as a list of one, or of none where there is nothing. */
    public List<Passage> of(List<Passage> passages, String question) {
        List<Passage> same = new ArrayList<>(passages);
        same.removeIf(passage ->
                !passage.document().source().equals(passages.get(0).document().source()));
        same.sort(Comparator.comparingDouble((Passage passage) -> weight(passage, question))
                .reversed());
        return same.stream().limit(1).toList();
    }

    private static boolean begins(String heading, Set<String> words) {
        return words.stream().anyMatch(word -> heading.equals(word) || heading.startsWith(word + " "));
    }

    /** Words that differ in their ending only, such as "costo" and "costos", are the same. */
    private static boolean asked(String heading, String question) {
        for (String word : heading.split(" ", -1)) {
            if (word.length() > SHORTEST_WORD
                    && (" " + question).contains(" " + word.substring(0, word.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        return PlainText.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
