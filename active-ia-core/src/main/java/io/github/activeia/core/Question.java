package io.github.activeia.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a student asks.
 *
 * <pre>{@code
 * Question.of("¿Por qué burbuja es O(n²)?").by("alumna-7").in("algoritmos").on("tp2")
 * Question.of("¿Va bien encarado?").by("alumna-7").in("algoritmos").on("tp2").showing(code)
 * }</pre>
 *
 * @param text the message as it was typed, not blank, at most {@value #MAX_LENGTH} characters
 * @param student who asks
 * @param course the course, or null for the only course of an embedded tutor
 * @param activity the activity the student works on, or null
 * @param session the session, or null for one per student and activity
 * @param locale the language of the student's screen, or null for the tutor's; a text that is clearly in the other language is answered in
 *     that one
 * @param work what the student has done so far, text or code, not blank, at most {@value #MAX_LENGTH} characters; or null. It is
 *     cleaned of personal data and looked through for injected instructions like the message
 */
public record Question(
        String text,
        StudentId student,
        @Nullable CourseId course,
        @Nullable ActivityId activity,
        @Nullable SessionId session,
        @Nullable Locale locale,
        @Nullable String work) {

    /** The longest message and the longest work that are accepted, in characters each; a host may set a lower limit in its admission rules. */
    public static final int MAX_LENGTH = 100_000;

    private static final StudentId ANONYMOUS = new StudentId("anonymous");

    /** Checks the text and the work. */
    public Question {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new InvalidValueException(
                    "question",
                    "have 1 to " + MAX_LENGTH + " characters, not all blank",
                    text.length() + " characters",
                    "check the text field before you ask");
        }
        if (work != null && (work.isBlank() || work.length() > MAX_LENGTH)) {
            throw new InvalidValueException(
                    "work",
                    "have 1 to " + MAX_LENGTH + " characters, not all blank",
                    work.length() + " characters",
                    "leave it out, or show only the part that the question is about");
        }
    }

    /** Returns a question without work. */
    public Question(
            String text,
            StudentId student,
            @Nullable CourseId course,
            @Nullable ActivityId activity,
            @Nullable SessionId session,
            @Nullable Locale locale) {
        this(text, student, course, activity, session, locale, null);
    }

    /** Returns a question of an anonymous student, outside any activity. */
    public static Question of(@Nullable String text) {
        if (text == null) {
            throw new InvalidValueException("question", "be set", "null", "pass what the student wrote");
        }
        return new Question(text, ANONYMOUS, null, null, null, null);
    }

    /** Returns the same question, asked by a student. */
    public Question by(String studentId) {
        return new Question(text, new StudentId(studentId), course, activity, session, locale, work);
    }

    /** Returns the same question, asked in a course. */
    public Question in(String courseId) {
        return new Question(text, student, new CourseId(courseId), activity, session, locale, work);
    }

    /** Returns the same question, asked while working on an activity. */
    public Question on(String activityId) {
        return new Question(text, student, course, new ActivityId(activityId), session, locale, work);
    }

    /** Returns the same question, asked within a session. */
    public Question during(String sessionId) {
        return new Question(text, student, course, activity, new SessionId(sessionId), locale, work);
    }

    /** Returns the same question, from a screen in a language. */
    public Question speaking(Locale language) {
        return new Question(text, student, course, activity, session, language, work);
    }

    /** Returns the same question with what the student has done so far, such as a program or a proof. */
    public Question showing(String ownWork) {
        return new Question(text, student, course, activity, session, locale, ownWork);
    }

    /** Returns who asked where; the text and the work are left out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Question[" + text.length() + " characters, student=" + student + ", course=" + course + ", activity="
                + activity + "]";
    }
}
