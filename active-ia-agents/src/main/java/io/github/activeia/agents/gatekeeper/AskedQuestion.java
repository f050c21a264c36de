package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The question that the tutor asked last, as far as it tells how to read the next message.
 *
 * @param opening its first words, which say what kind of answer it wants
 * @param topics the beginnings of its longer words
 */
record AskedQuestion(String opening, Set<String> topics) {
    private static final int LONGEST = 400;
    private static final int TOPIC = 5;
    private static final int SHORTEST = 4;
    private static final AskedQuestion NONE = new AskedQuestion("", Set.of());

    /** Reads the last question of a text; an empty one where there is none. */
    static AskedQuestion in(@Nullable String text) {
        int end = text == null ? -1 : text.lastIndexOf('?');
        if (text == null || end < 0) {
            return NONE;
        }
        int begin = Math.max(0, end - LONGEST);
        for (int i = end - 1; i > begin; i--) {
            if ("¿.!?:\n".indexOf(text.charAt(i)) >= 0) {
                begin = i + 1;
            }
        }
        List<String> words = words(text.substring(begin, end));
        Set<String> topics = new HashSet<>();
        words.stream().filter(AskedQuestion::says).forEach(word -> topics.add(topic(word)));
        return new AskedQuestion(String.join(" ", words.subList(0, Math.min(2, words.size()))), topics);
    }

    /** Returns whether the tutor asked anything. */
    boolean isAsked() {
        return !opening.isEmpty();
    }

    /** Returns whether a folded word takes up one of the question's. */
    boolean takesUp(String word) {
        return says(word) && topics.contains(topic(word));
    }

    static boolean says(String word) {
        return word.length() >= SHORTEST;
    }

    private static String topic(String word) {
        return word.substring(0, Math.min(TOPIC, word.length()));
    }

    private static List<String> words(String question) {
        String folded = PlainText.foldForms(question);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
