package io.github.activeia.agents.writing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places to fill in, such as {@code {topic}}. Values are put in as they are: a brace in one is never taken for
 * a place.
 *
 * @param template the sentence, as far as it is filled
 */
public record Phrase(String template) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** The braces of values are hidden behind these two private characters until the sentence is finished. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    /** Fills a place, wherever it occurs. */
    public Phrase with(String place, String value) {
        String safe = value.replace('{', OPEN).replace('}', CLOSE);
        return new Phrase(template.replace("{" + place + "}", safe));
    }

    /**
     * Returns the finished sentence.
     *
     * @throws IllegalStateException if a place was left empty
     */
    public String text() {
        Matcher left = PLACE.matcher(template);
        if (template.indexOf('{') >= 0 && left.find()) {
            throw new IllegalStateException("the place " + left.group(1) + " of a sentence was not filled");
        }
        return template.replace(OPEN, '{').replace(CLOSE, '}');
    }
}
