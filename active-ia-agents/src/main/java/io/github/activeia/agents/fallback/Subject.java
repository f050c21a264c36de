package io.github.activeia.agents.fallback;

import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.PlainText;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question that the course does not cover is about, as far as it decides what may be said of its part in the assessment. */
public enum Subject {
    /** Nothing of the course: it is no part of what is assessed. */
    ANYTHING(""),

    /** Perhaps the open activity: nobody can say that it is no part of what is assessed. */
    WORK(".work"),

    /** What is assessed, which the teacher says. */
    ASSESSMENT(".assessment");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ASSESSED = WordList.lines("assessment-phrases");

    private final String suffix;

    Subject(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Returns what a message is about.
     *
     * @param atWork whether an activity is open
     */
    public static Subject of(String message, boolean atWork) {
        String words = " " + SIGNS.matcher(PlainText.fold(message)).replaceAll(" ") + " ";
        boolean assessment = ASSESSED.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
        return assessment ? ASSESSMENT : atWork ? WORK : ANYTHING;
    }

    /** Returns the name of the text that says this, of several with one stem. */
    public String of(String stem) {
        return stem + suffix;
    }
}
