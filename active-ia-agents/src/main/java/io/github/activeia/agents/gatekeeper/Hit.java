package io.github.activeia.agents.gatekeeper;

/**
 * A rule that fired.
 *
 * @param rule the rule
 * @param from the index of its first word
 * @param to the index behind its last word
 * @param start where it starts in the original text
 * @param end where it ends in the original text
 */
record Hit(Rule rule, int from, int to, int start, int end) {
    boolean overlaps(Hit other) {
        return from < other.to && other.from < to;
    }

    boolean within(int spanStart, int spanEnd) {
        return start >= spanStart && end <= spanEnd;
    }
}
