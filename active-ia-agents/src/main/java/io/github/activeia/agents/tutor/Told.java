package io.github.activeia.agents.tutor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the tutor has said in the conversation, so that it quotes and asks nothing twice.
 *
 * @param text all of it, with single spaces
 */
record Told(String text) {
    static Told in(TutorRequest request) {
        return new Told(request.conversation().turns().stream()
                .filter(said -> !said.student())
                .map(said -> said.text().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n")));
    }

    /** Returns whether a sentence was said, with or without its full stop. */
    boolean has(String sentence) {
        String words = sentence.replaceAll("\\s+", " ").strip();
        return text.contains(words.endsWith(".") ? words.substring(0, words.length() - 1) : words);
    }

    /** Returns those that were not said; of one that was not, what was said behind it is cut off. */
    List<Excerpts.Excerpt> without(List<Excerpts.Excerpt> found) {
        return found.stream()
                .filter(excerpt -> !has(excerpt.sentence()))
                .map(excerpt -> saysAgain(excerpt) ? excerpt.alone() : excerpt)
                .toList();
    }

    private boolean saysAgain(Excerpts.Excerpt excerpt) {
        String behind = excerpt.continued().substring(excerpt.sentence().length());
        return !behind.isBlank() && has(behind);
    }
}
