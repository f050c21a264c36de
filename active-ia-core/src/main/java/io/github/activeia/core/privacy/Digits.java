package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * A number as it was typed: groups of digits with single signs between them.
 *
 * @param start where it starts, a leading plus or bracket included
 * @param end where it ends
 * @param digits the digits alone
 * @param groups the lengths of the groups
 * @param signs what stands between the groups, one character each, and a leading plus or bracket
 */
record Digits(int start, int end, String digits, List<Integer> groups, String signs) {
    private static final String SEPARATORS = " .-()/\u00a0\u2011\u2013";
    private static final int LONGEST_GAP = 2;

    Digits {
        groups = List.copyOf(groups);
    }

    int count() {
        return digits.length();
    }

    boolean isPlain() {
        return groups.size() == 1;
    }

    boolean hasGroups(Integer... lengths) {
        return groups.equals(List.of(lengths));
    }

    boolean isInternational() {
        return signs.startsWith("+");
    }

    /** Returns the number's first groups, so many of them, as a number of their own. */
    Digits firstGroups(String text, int number) {
        int wanted =
                groups.subList(0, number).stream().mapToInt(Integer::intValue).sum();
        int at = start;
        for (int seen = 0; seen < wanted; at++) {
            seen += isDigit(text.charAt(at)) ? 1 : 0;
        }
        return read(text, start, at);
    }

    /** Finds every number of a text. Time is linear. */
    static List<Digits> in(String text) {
        List<Digits> found = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOf(text, i);
            int start = i > 0 && (text.charAt(i - 1) == '+' || text.charAt(i - 1) == '(') ? i - 1 : i;
            start = start > 1 && text.charAt(start) == '(' && text.charAt(start - 1) == '+' ? start - 1 : start;
            found.add(read(text, start, end));
            i = end;
        }
        return found;
    }

    private static int endOf(String text, int start) {
        int end = start;
        for (int i = start; i < text.length(); ) {
            if (isDigit(text.charAt(i))) {
                end = ++i;
                continue;
            }
            int gap = i;
            while (gap < text.length() && gap - i < LONGEST_GAP && SEPARATORS.indexOf(text.charAt(gap)) >= 0) {
                gap++;
            }
            if (gap == i || gap >= text.length() || !isDigit(text.charAt(gap))) {
                break;
            }
            i = gap;
        }
        return end;
    }

    private static Digits read(String text, int start, int end) {
        StringBuilder digits = new StringBuilder();
        StringBuilder signs = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        boolean inside = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
                int last = groups.size() - 1;
                if (inside) {
                    groups.set(last, groups.get(last) + 1);
                } else {
                    groups.add(1);
                }
                inside = true;
            } else {
                signs.append(c);
                inside = false;
            }
        }
        return new Digits(start, end, digits.toString(), groups, signs.toString());
    }

    static boolean isDigit(char c) {
        return Character.digit(c, 10) >= 0;
    }
}
