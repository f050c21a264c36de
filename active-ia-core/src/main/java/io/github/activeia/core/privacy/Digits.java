package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    private static final int LONGEST_GAP = 3;
    private static final int SAMPLED = 8;
    private static final Set<String> JOINTS =
            Set.of(") ", ")-", " (", "-(", ").", "- ", " -", " - ", "\u2013 ", " \u2013", " \u2013 ");

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
        return signs.startsWith("+") || signs.startsWith("(+");
    }

    /** "12.345.678", "11.111.111", "4444-5555": the digits of an example, one after the other or again and again. */
    boolean isSample() {
        int ascending = 0;
        int same = 0;
        int changes = 0;
        for (int i = Math.max(1, count() - SAMPLED + 1); i < count(); i++) {
            int step = digits.charAt(i) - digits.charAt(i - 1);
            ascending += step == 1 || step == -9 ? 1 : 0;
            same += step == 0 ? 1 : 0;
            changes++;
        }
        return changes >= SAMPLED - 2 && (ascending == changes || same >= changes - 1);
    }

    /** Returns where each group starts, and behind them where the last one ends. Time is linear. */
    int[] offsets(String text) {
        int[] offsets = new int[groups.size() + 1];
        int group = 0;
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i)) && (i == start || !isDigit(text.charAt(i - 1)))) {
                offsets[group++] = i;
            }
        }
        offsets[group] = end;
        return offsets;
    }

    /** Returns some of the groups, from one (inclusive) to another (exclusive), as a number of their own. */
    Digits part(String text, int[] offsets, int from, int to) {
        int last = offsets[to - 1] + groups.get(to - 1);
        return read(text, from == 0 ? start : offsets[from], last);
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
            boolean turned = start > 0 && text.charAt(start) == '+' && text.charAt(start - 1) == '(';
            boolean closed = turned && text.substring(i, end).indexOf(')') > 0;
            start = closed ? start - 1 : start;
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
            int gap = gapEnd(text, i);
            if (gap == i || gap >= text.length() || !isDigit(text.charAt(gap))) {
                break;
            }
            i = gap;
        }
        return end;
    }

    /** Groups are joined by one sign, by a bracket and a blank or a hyphen, or by a hyphen between blanks. */
    private static int gapEnd(String text, int from) {
        int gap = from;
        while (gap < text.length() && gap - from < LONGEST_GAP && SEPARATORS.indexOf(text.charAt(gap)) >= 0) {
            gap++;
        }
        String signs = text.substring(from, gap);
        boolean joined = signs.length() <= 1 || JOINTS.contains(signs);
        return joined ? gap : from;
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
                signs.append(c == '\u2011' || c == '\u2013' ? '-' : c);
                inside = false;
            }
        }
        return new Digits(start, end, digits.toString(), groups, signs.toString());
    }

    static boolean isDigit(char c) {
        return Character.digit(c, 10) >= 0;
    }
}
