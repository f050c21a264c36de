package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text without personal data: each finding is replaced by a placeholder such as {@code [EMAIL_1]}. The same value, in whatever case or
 * grouping, has the same placeholder; a placeholder that the text had before is never used. The values are kept in this object alone, and
 * nothing prints them. Immutable and thread-safe.
 */
public final class Redaction {
    private static final int LONGEST_PLACEHOLDER = 24;

    private final String text;
    private final List<Finding> findings;
    private final Map<String, List<String>> values;

    private Redaction(String text, List<Finding> findings, Map<String, List<String>> values) {
        this.text = text;
        this.findings = List.copyOf(findings);
        this.values = values;
    }

    /**
     * One replaced span. It holds where, never what.
     *
     * @param kind what it was
     * @param start the offset of its first character in the original text
     * @param end the offset behind its last character
     * @param placeholder what stands in its place
     */
    public record Finding(PiiKind kind, int start, int end, String placeholder) {}

    /** Replaces spans, which are in the order of the text and do not overlap. */
    static Redaction of(String original, List<Span> spans) {
        Set<String> reserved = placeholdersIn(original);
        Map<String, String> byValue = new HashMap<>();
        Map<PiiKind, Integer> numbers = new HashMap<>();
        Map<String, List<String>> values = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        StringBuilder redacted = new StringBuilder(original.length());
        int at = 0;
        for (Span span : spans) {
            String value = original.substring(span.start(), span.end());
            String placeholder = byValue.computeIfAbsent(
                    span.kind() + " " + folded(span.kind(), value), k -> next(span.kind(), numbers, reserved));
            values.computeIfAbsent(placeholder, p -> new ArrayList<>()).add(value);
            findings.add(new Finding(span.kind(), span.start(), span.end(), placeholder));
            redacted.append(original, at, span.start()).append(placeholder);
            at = span.end();
        }
        redacted.append(original, at, original.length());
        return new Redaction(redacted.toString(), findings, values);
    }

    private static String next(PiiKind kind, Map<PiiKind, Integer> numbers, Set<String> reserved) {
        String placeholder;
        do {
            placeholder = "[" + kind + "_" + numbers.merge(kind, 1, Integer::sum) + "]";
        } while (reserved.contains(placeholder));
        return placeholder;
    }

    private static String folded(PiiKind kind, String value) {
        String plain = PiiWords.fold(value);
        boolean words = kind == PiiKind.NAME || kind == PiiKind.ADDRESS;
        if (words) {
            return String.join(" ", plain.strip().split("\\s+", -1));
        }
        boolean exact = kind == PiiKind.EMAIL || kind == PiiKind.URL || kind == PiiKind.IP;
        return exact
                ? value.toLowerCase(Locale.ROOT)
                : plain.chars()
                        .filter(Character::isLetterOrDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static Set<String> placeholdersIn(String text) {
        Set<String> found = new HashSet<>();
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int end = placeholderEnd(text, open);
            if (end > 0) {
                found.add(text.substring(open, end));
            }
        }
        return found;
    }

    /** Returns the offset behind what looks like a placeholder, or -1. */
    private static int placeholderEnd(String text, int open) {
        int last = Math.min(text.length(), open + LONGEST_PLACEHOLDER);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i + 1;
            }
            if (c != '_' && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns the text with placeholders. */
    public String text() {
        return text;
    }

    /** Returns what was replaced, in the order of the original text. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Puts the values back into a text that quotes placeholders, such as a reply. A value that was written in several ways comes back in
     * the order of writing, so that restoring {@link #text()} gives the original. Other placeholders stay, and a text without any is
     * returned as it is. What this returns is personal data: show it to the person, and keep it nowhere.
     */
    public String restore(String quoting) {
        if (values.isEmpty() || quoting.indexOf('[') < 0) {
            return quoting;
        }
        Map<String, Integer> used = new HashMap<>();
        StringBuilder restored = new StringBuilder(quoting.length());
        int at = 0;
        for (int open = quoting.indexOf('['); open >= 0; open = quoting.indexOf('[', open + 1)) {
            int end = placeholderEnd(quoting, open);
            String placeholder = end > 0 ? quoting.substring(open, end) : "";
            List<String> written = values.get(placeholder);
            if (written != null) {
                int turn = used.merge(placeholder, 1, Integer::sum);
                restored.append(quoting, at, open).append(written.get(Math.min(turn, written.size()) - 1));
                at = end;
            }
        }
        return restored.append(quoting, at, quoting.length()).toString();
    }

    /** Returns the same findings and values with a text that was changed further, as by taking out injected instructions. */
    public Redaction withText(String changed) {
        return new Redaction(changed, findings, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Redaction redaction
                && redaction.text.equals(text)
                && redaction.findings.equals(findings)
                && redaction.values.equals(values);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Shows kinds and places, never a text. */
    @Override
    public String toString() {
        return "Redaction" + findings;
    }
}
