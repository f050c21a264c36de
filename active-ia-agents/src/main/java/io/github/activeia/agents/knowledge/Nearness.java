package io.github.activeia.agents.knowledge;

import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Set;

/**
 * Tells what of the material is near to a question that it does not answer. A search returns the nearest passages of whatever the course
 * has; near is only what has a telling word of the question in its title or heading. Between two languages there may be no common word:
 * there, a document from which most of the passages come is near as well. Thread-safe.
 */
public final class Nearness {
    private static final int TOPICS = 3;
    private static final int LOOK_AT = 5;
    private static final int MOST = 3;

    private final TellingWords words = new TellingWords();

    /**
     * Returns the titles of what is near, best first, three at most.
     *
     * @param question the sanitised message
     * @param language its language, ISO 639-1
     * @param found what a search returned for it
     */
    public List<String> topics(String question, String language, KnowledgeResult found) {
        Set<String> asked = words.of(question);
        List<Passage> first = found.passages().stream().limit(LOOK_AT).toList();
        return first.stream()
                .filter(passage -> isNamed(passage, asked, found.confidence()) || isMost(passage, language, first))
                .map(passage -> passage.document().title())
                .distinct()
                .limit(TOPICS)
                .toList();
    }

    /** Returns whether most of what was found is written in another language than the question. */
    public static boolean isForeign(KnowledgeResult found, String language) {
        long foreign = found.passages().stream()
                .filter(passage -> isForeign(passage, language))
                .count();
        return 2 * foreign > found.passages().size();
    }

    private static boolean isForeign(Passage passage, String language) {
        return !passage.document().language().equals(language);
    }

    private boolean isNamed(Passage passage, Set<String> asked, RetrievalConfidence confidence) {
        String headings = passage.document().title() + "\n" + String.join("\n", passage.sectionPath());
        return confidence != RetrievalConfidence.NONE && words.shared(asked, headings) > 0;
    }

    private static boolean isMost(Passage passage, String language, List<Passage> first) {
        String source = passage.document().source();
        return isForeign(passage, language)
                && first.stream()
                                .filter(other -> other.document().source().equals(source))
                                .count()
                        >= MOST;
    }
}
