package io.github.activeia.core;

import org.jspecify.annotations.Nullable;

/**
 * Where a claim of a reply comes from.
 *
 * @param number the marker in the text: 1 for {@code [1]}
 * @param passageId the passage that was cited
 * @param source the file, relative to the course's folder
 * @param section the heading the passage stands under, or null
 * @param page the page or slide, from 1, or null
 * @param version the version of the document, or null
 * @param quote the words that were used, or null where the passage was only paraphrased
 */
public record Citation(
        int number,
        String passageId,
        String source,
        @Nullable String section,
        @Nullable Integer page,
        @Nullable String version,
        @Nullable String quote) {

    /** Checks the number. */
    public Citation {
        if (number < 1) {
            throw new InvalidValueException("citation", "be numbered from 1", number, "number the citations in order");
        }
    }

    /** Returns a label for people and screen readers: {@code [1] unidad-3/insercion.md, «El invariante»}. */
    public String label() {
        String place = page == null ? "" : ", p. " + page;
        String heading = section == null ? "" : ", «" + section + "»";
        return "[" + number + "] " + source + place + heading;
    }
}
