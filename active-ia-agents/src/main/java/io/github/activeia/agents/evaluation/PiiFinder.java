package io.github.activeia.agents.evaluation;

import io.github.activeia.core.privacy.PiiRedactor;
import java.util.List;

/** What finds personal data in a text, so that a redactor can be compared with another way. Implementations are thread-safe. */
@FunctionalInterface
public interface PiiFinder {
    /** Returns what was found, in any order. */
    List<Found> find(String text);

    /**
     * One finding.
     *
     * @param kind the name of its kind, such as {@code EMAIL}
     * @param start the offset of its first character
     * @param end the offset behind its last character
     */
    record Found(String kind, int start, int end) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    /** Returns what a redactor finds. */
    static PiiFinder of(PiiRedactor redactor) {
        return text -> redactor.redact(text).findings().stream()
                .map(f -> new Found(f.kind().name(), f.start(), f.end()))
                .toList();
    }
}
