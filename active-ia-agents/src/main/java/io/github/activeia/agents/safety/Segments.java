package io.github.activeia.agents.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text that is still being written into what is judged at a time: a sentence with its citation, a line, a whole block of code. The
 * cuts depend on the text alone, not on the pieces it comes in. Confined to one thread.
 */
public final class Segments {
    private static final String FENCE = "```";
    private static final int LONGEST_MARKER = 4;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "p", "ej", "etc", "fig", "cap", "pag", "pág", "sec", "vs", "dr", "dra", "sr", "sra", "prof", "e.g", "i.e",
            "g", "e", "núm", "num", "art", "aprox", "eq", "ec");

    private final StringBuilder open = new StringBuilder();

    /** Creates one that has seen nothing. */
    public Segments() {}

    /** Takes a piece, and returns the segments that it completes. */
    public List<String> add(String piece) {
        open.append(piece);
        List<String> whole = new ArrayList<>();
        for (int end = end(); end > 0; end = end()) {
            whole.add(open.substring(0, end));
            open.delete(0, end);
        }
        return whole;
    }

    /** Returns what is left when nothing more comes; may be empty. */
    public String rest() {
        String rest = open.toString();
        open.setLength(0);
        return rest;
    }

    /** Returns where the first segment ends, or -1 where that is not known yet. */
    private int end() {
        int start = firstOf(open, 0);
        if (open.indexOf(FENCE, start) == start && start < open.length()) {
            return endOfBlock(start);
        }
        if (open.length() - start < FENCE.length() && "```".startsWith(open.substring(start))) {
            return -1;
        }
        boolean inline = false;
        for (int i = start; i < open.length(); i++) {
            char c = open.charAt(i);
            inline ^= c == '`';
            if (c == '\n') {
                return i + 1;
            }
            if (!inline && (c == '.' || c == '!' || c == '?' || c == '…')) {
                int end = endOfSentence(i);
                if (end != 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int firstOf(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the end of the line with the closing fence, or -1. */
    private int endOfBlock(int start) {
        int line = open.indexOf("\n", start);
        while (line >= 0) {
            int next = firstOf(open, line + 1);
            int end = open.indexOf("\n", next);
            if (end >= 0 && open.indexOf(FENCE, next) == next) {
                return end + 1;
            }
            line = end;
        }
        return -1;
    }

    /** Returns where a sentence ends that this sign closes, 0 if it closes none, -1 if that is not known yet. A citation behind it is part of it. */
    private int endOfSentence(int sign) {
        int at = sign + 1;
        while (at < open.length() && ".!?…\"'»”)*_]".indexOf(open.charAt(at)) >= 0) {
            at++;
        }
        if (at >= open.length()) {
            return -1;
        }
        if (!Character.isWhitespace(open.charAt(at)) || (open.charAt(sign) == '.' && isAbbreviated(sign))) {
            return 0;
        }
        int next = firstOf(open, at);
        if (next >= open.length()) {
            return open.indexOf("\n", at) >= 0 ? open.indexOf("\n", at) + 1 : -1;
        }
        if (open.indexOf("\n", at) >= 0 && open.indexOf("\n", at) < next) {
            return open.indexOf("\n", at) + 1;
        }
        return open.charAt(next) == '[' ? endOfCitation(at, next) : at + 1;
    }

    private int endOfCitation(int sentence, int bracket) {
        int close = open.indexOf("]", bracket);
        if (close < 0) {
            return open.length() - bracket > LONGEST_MARKER ? sentence + 1 : -1;
        }
        if (close - bracket > LONGEST_MARKER) {
            return sentence + 1;
        }
        int next = firstOf(open, close + 1);
        if (next >= open.length()) {
            return -1;
        }
        if (next == close + 1) {
            return 0;
        }
        return open.charAt(next) == '[' ? endOfCitation(close + 1, next) : close + 2;
    }

    /** The number of an item, an initial and an abbreviation end no sentence. */
    private boolean isAbbreviated(int dot) {
        int start = dot;
        while (start > 0 && (Character.isLetterOrDigit(open.charAt(start - 1)) || open.charAt(start - 1) == '.')) {
            start--;
        }
        String word = open.substring(start, dot);
        boolean item = !word.isEmpty()
                && word.length() < 3
                && word.chars().allMatch(Character::isDigit)
                && open.substring(0, start).isBlank();
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return item || initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
