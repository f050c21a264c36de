package io.github.activeia.agents.gateway;

import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.PlainText;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of the course is worth a mention where nothing answers the question. A search always finds something nearest; it is named only if
 * it speaks of most of what is asked. Thread-safe.
 */
final class Nearest {
    private static final int MOST = 3;
    private static final double SHARE = 0.6;
    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What sets a task is no place to read up on something. */
    private static final Set<ContentType> TASKS = Set.of(ContentType.ASSIGNMENT, ContentType.EXERCISE);

    private final Set<String> stopWords =
            WordList.words("stopwords").stream().map(PlainText::fold).collect(Collectors.toSet());

    /** Returns the titles, best first. */
    List<String> titles(Retrieved retrieved, String question) {
        if (retrieved.result().confidence() == RetrievalConfidence.NONE) {
            return List.of();
        }
        Set<String> asked = words(question);
        return retrieved.result().passages().stream()
                .filter(passage -> !TASKS.contains(passage.document().contentType()))
                .filter(passage -> speaksOf(asked, passage))
                .map(passage -> passage.document().title())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private boolean speaksOf(Set<String> asked, Passage passage) {
        Set<String> said = words(passage.document().title() + " " + passage.section() + " " + passage.text());
        long common = asked.stream().filter(said::contains).count();
        return common > 0 && common >= SHARE * asked.size();
    }

    private Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(PlainText.fold(text))
                .filter(word -> word.length() >= SHORTEST_WORD && !stopWords.contains(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length() - (word.endsWith("s") ? 1 : 0))))
                .collect(Collectors.toSet());
    }
}
