package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.InvalidValueException;
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
 * @param passages what it may use; {@code [1]} is the first; may be empty where a feeling or the student's own work is the subject;
 *     never a solution
 * @param activity what the student works on, or null
 * @param conversation what came before
 * @param locale the language of the reply
 * @param teacher what the teacher has said for this course and this activity
 * @param work what the student has done so far, sanitised, or null
 */
public record TutorRequest(
        String question,
        Reading reading,
        HelpLevel level,
        CoursePolicy policy,
        List<Passage> passages,
        @Nullable Activity activity,
        Conversation conversation,
        Locale locale,
        Teacher teacher,
        @Nullable String work) {

    /**
     * Copies the list.
     *
     * @throws InvalidValueException if a passage is a solution: nothing that writes may see one
     */
    public TutorRequest {
        passages = List.copyOf(passages);
        for (Passage passage : passages) {
            if (passage.document().contentType() == ContentType.SOLUTION) {
                throw new InvalidValueException(
                        "passages", "hold no solution", passage.id(), "leave out what has the content type solucion");
            }
        }
        if (work != null && work.isBlank()) {
            throw new InvalidValueException("work", "not be blank", "blank", "pass null where no work is shown");
        }
    }

    /** Returns a request without a word of the teacher and without work of the student. */
    public TutorRequest(
            String question,
            Reading reading,
            HelpLevel level,
            CoursePolicy policy,
            List<Passage> passages,
            @Nullable Activity activity,
            Conversation conversation,
            Locale locale) {
        this(question, reading, level, policy, passages, activity, conversation, locale, Teacher.silent(), null);
    }

    /** Returns the same request with what the teacher has said. */
    public TutorRequest following(Teacher said) {
        return new TutorRequest(question, reading, level, policy, passages, activity, conversation, locale, said, work);
    }

    /** Returns the same request with the student's own work, sanitised, or null for none. */
    public TutorRequest showing(@Nullable String ownWork) {
        return new TutorRequest(
                question, reading, level, policy, passages, activity, conversation, locale, teacher, ownWork);
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
     * What the teacher has said.
     *
     * @param instructions how to teach in this course, most general first; the rules of the tutor win over them
     * @param hint the hint that the teacher wrote for this activity at this help level, or null. It is quoted first, except where only
     *     questions are allowed or too little is known to go on
     */
    public record Teacher(List<String> instructions, @Nullable String hint) {
        /** Copies the list. */
        public Teacher {
            instructions = List.copyOf(instructions);
            if (hint != null && hint.isBlank()) {
                throw new InvalidValueException("hint", "not be blank", "blank", "pass null where there is none");
            }
        }

        /** Returns a teacher who has said nothing in particular. */
        public static Teacher silent() {
            return new Teacher(List.of(), null);
        }
    }

    /**
     * One turn of a conversation.
     *
     * @param student whether the student said it, and not the tutor
     * @param text what was said, sanitised
     */
    public record Said(boolean student, String text) {
        /** Leaves the text out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Said[" + (student ? "student, " : "tutor, ") + text.length() + " characters]";
        }
    }

    /**
     * What came before.
     *
     * @param turns what both sides said, oldest first
     * @param tutorQuestion the last question of the tutor, or null
     * @param variation which of several equal sentences to use
     * @param budget how many tokens of the prompt the turns may take, at least {@value #SMALLEST_BUDGET}; see
     *     {@link io.github.activeia.agents.writing.TokenEstimate}. The newest turns stay word for word; what does not fit is summarised
     */
    public record Conversation(List<Said> turns, @Nullable String tutorQuestion, Variation variation, int budget) {
        /** The default budget, in tokens. */
        public static final int DEFAULT_BUDGET = 800;

        /** The smallest budget, in tokens. */
        public static final int SMALLEST_BUDGET = 120;

        /** Copies the list. */
        public Conversation {
            turns = List.copyOf(turns);
            if (budget < SMALLEST_BUDGET) {
                throw new InvalidValueException(
                        "budget", "be at least " + SMALLEST_BUDGET + " tokens", budget, "use 800 if in doubt");
            }
        }

        /** Returns a conversation with the default budget. */
        public Conversation(List<Said> turns, @Nullable String tutorQuestion, Variation variation) {
            this(turns, tutorQuestion, variation, DEFAULT_BUDGET);
        }

        /** Returns the conversation of a new session. */
        public static Conversation none() {
            return new Conversation(List.of(), null, Variation.first());
        }

        /** Leaves the texts out, so that they cannot reach a log. */
        @Override
        public String toString() {
            return "Conversation[" + turns.size() + " turns, budget=" + budget + "]";
        }
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "TutorRequest[" + question.length() + " characters, level=" + level + ", mode=" + reading.mode() + "]";
    }
}
