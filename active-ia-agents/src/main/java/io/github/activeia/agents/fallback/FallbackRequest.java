package io.github.activeia.agents.fallback;

import io.github.activeia.agents.writing.Variation;
import java.util.List;
import java.util.Locale;

/**
 * What the course does not cover.
 *
 * @param question the sanitised message
 * @param topics the titles of what is nearest in the course, best first; may be empty
 * @param outage whether the material could not be reached at all
 * @param variation which of several equal sentences to use
 * @param locale the language of the reply
 */
public record FallbackRequest(
        String question, List<String> topics, boolean outage, Variation variation, Locale locale) {
    /** Copies the list. */
    public FallbackRequest {
        topics = List.copyOf(topics);
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "FallbackRequest[" + question.length() + " characters, topics=" + topics.size() + ", outage=" + outage
                + "]";
    }
}
