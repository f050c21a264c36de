package io.github.activeia.core.privacy;

import java.util.List;

/**
 * A text without personal data.
 *
 * @param text the text, each finding replaced by a placeholder such as {@code [EMAIL]}
 * @param findings what was replaced, in the order of the text
 */
public record Redaction(String text, List<Finding> findings) {
    /** Copies the list. */
    public Redaction {
        findings = List.copyOf(findings);
    }

    /**
     * One replaced span. It holds where, never what.
     *
     * @param kind what it was
     * @param start the offset of its first character in the original text
     * @param end the offset behind its last character
     */
    public record Finding(PiiKind kind, int start, int end) {}

    @Override
    public String toString() {
        return "Redaction[" + findings + "]";
    }
}
