package io.github.activeia.agents.fallback;

import io.github.activeia.agents.writing.Variation;
import java.util.List;
import java.util.Locale;

/**
 * What the course does not cover.
 *
 * @param question the sanitised message
 * @param topics the titles of what is nearest in the course, best first; may be empty
 * @param circumstances where it was asked, and over which material
 * @param variation which of several equal sentences to use
 * @param locale the language of the reply
 */
public record FallbackRequest(
        String question, List<String> topics, Circumstances circumstances, Variation variation, Locale locale) {

    /**
     * Where a question was asked, and over which material.
     *
     * @param outage whether the material could not be reached at all
     * @param subject what it is about
     * @param foreign whether the material is in another language than the question, so that it may have been missed
     */
    public record Circumstances(boolean outage, Subject subject, boolean foreign) {}

    /** Copies the list. */
    public FallbackRequest {
        topics = List.copyOf(topics);
    }

    /** Creates a request outside any activity, over material in the language of the question. */
    public FallbackRequest(String question, List<String> topics, boolean outage, Variation variation, Locale locale) {
        this(question, topics, new Circumstances(outage, Subject.of(question, false), false), variation, locale);
    }

    boolean outage() {
        return circumstances.outage();
    }

    /** Returns the same without what is nearest. */
    FallbackRequest bare() {
        return new FallbackRequest(question, List.of(), circumstances, variation, locale);
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "FallbackRequest[" + question.length() + " characters, topics=" + topics.size() + ", " + circumstances
                + "]";
    }
}
