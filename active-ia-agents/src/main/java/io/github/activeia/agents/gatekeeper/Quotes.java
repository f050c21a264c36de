package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/** The quoted parts of a text. Time is linear in the text. */
final class Quotes {
    private static final String OPEN = "\"“«'‘";
    private static final String CLOSE = "\"”»'’";
    private static final int LONGEST = 600;

    private Quotes() {}

    /** One quotation, with its marks. */
    record Span(int start, int end) {
        boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        int open = -1;
        int kind = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open >= 0 && (i - open > LONGEST || c == '\n')) {
                open = -1;
            }
            if (open >= 0 && CLOSE.charAt(kind) == c && closes(text, i)) {
                found.add(new Span(open, i + 1));
                open = -1;
            } else if (open < 0 && OPEN.indexOf(c) >= 0 && opens(text, i)) {
                open = i;
                kind = OPEN.indexOf(c);
            }
        }
        return found;
    }

    private static boolean opens(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean closes(String text, int at) {
        return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
