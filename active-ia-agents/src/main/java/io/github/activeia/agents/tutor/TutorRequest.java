package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the tutor writes about, and within which limits.
 *
 * @param question the sanitised message
 * @param reading how it was read
 * @param level how much help it may give
 * @param policy the policy in force
 * @param passages what it may use; {@code [1]} is the first; may be empty where a feeling or the student's own work is the subject
 * @param activity what the student works on, or null
 * @param conversation what came before
 * @param locale the language of the reply
 */
public record TutorRequest(
        String question,
        Reading reading,
        HelpLevel level,
        CoursePolicy policy,
        List<Passage> passages,
        @Nullable Activity activity,
        Conversation conversation,
        Locale locale) {

    /** Copies the list. */
    public TutorRequest {
        passages = List.copyOf(passages);
    }

    /**
     * How the message was read.
     *
     * @param intent what the student wants
     * @param state what the student is doing
     * @param mode how to speak
     * @param strict whether only questions are allowed
     */
    public record Reading(CognitiveIntent intent, CognitiveState state, TutorMode mode, boolean strict) {}

    /**
     * What came before.
     *
     * @param studentMessages the last sanitised messages, oldest first
     * @param tutorQuestion the last question of the tutor, or null
     * @param variation which of several equal sentences to use
     */
    public record Conversation(List<String> studentMessages, @Nullable String tutorQuestion, Variation variation) {
        /** Copies the list. */
        public Conversation {
            studentMessages = List.copyOf(studentMessages);
        }

        /** Returns the conversation of a new session. */
        public static Conversation none() {
            return new Conversation(List.of(), null, Variation.first());
        }
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "TutorRequest[" + question.length() + " characters, level=" + level + ", mode=" + reading.mode() + "]";
    }
}
