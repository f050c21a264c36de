package io.github.activeia.agents.knowledge;

import io.github.activeia.core.knowledge.KnowledgeResult;
import org.jspecify.annotations.Nullable;

/**
 * What was found, and how.
 *
 * @param result what was found; nothing in an outage
 * @param query which text was searched for in the end
 * @param outage the class of the failure if the store could not be reached, otherwise null
 */
public record Retrieved(KnowledgeResult result, Query query, @Nullable String outage) {

    /** Which text was searched for. */
    public enum Query {
        /** The message as it is. */
        MESSAGE("message"),

        /** The question that a longer message ends with. */
        QUESTION("question_of_message"),

        /** The message with the one before it, because it is too short to stand alone. */
        FOLLOW_UP("message_with_previous"),

        /** The message with the title of the activity it is about, or that title alone for work on it. */
        ACTIVITY("message_with_activity"),

        /** The same, in the assignment alone, which the message is about; it may be known to the host's catalog only, without a passage. */
        ASSIGNMENT("message_in_assignment");

        private final String value;

        Query(String value) {
            this.value = value;
        }

        /** Returns the word that is stored in the trace. */
        public String value() {
            return value;
        }
    }
}
