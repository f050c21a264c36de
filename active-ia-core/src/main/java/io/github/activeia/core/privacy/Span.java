package io.github.activeia.core.privacy;

/** Where personal data of a kind stands in a text. */
record Span(PiiKind kind, int start, int end) {
    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
