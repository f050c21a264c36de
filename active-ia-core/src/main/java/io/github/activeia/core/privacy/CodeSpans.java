package io.github.activeia.core.privacy;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * The parts of a text that are code: fenced blocks, inline spans between backticks, and lines that plainly are code. Immutable and
 * thread-safe; finding them takes time linear in the text.
 */
public final class CodeSpans {
    private static final String FENCE = "```";
    private static final int LONGEST_INLINE = 400;
    private static final int LONGEST_CODE_LINE = 400;
    private static final int CODE_LINE = 3;
    private static final int SHORTEST_WORD = 3;
    private static final String SIGNS = "=<>+-&|()[]{};:/!";
    private static final Set<String> OPENERS = Set.of(
            "def",
            "for",
            "while",
            "if",
            "elif",
            "else:",
            "return",
            "import",
            "from",
            "class",
            "print",
            "public",
            "private",
            "int",
            "double",
            "float",
            "char",
            "void",
            "string",
            "boolean",
            "var",
            "let",
            "const",
            "#include",
            "select",
            "try",
            "catch",
            "function",
            "static",
            "switch",
            "case",
            "assert",
            "raise",
            "throw",
            "with");
    private static final String[] OPERATORS = {
        "==", "!=", "<=", ">=", "+=", "-=", "++", "->", "=>", "&&", "||", "()", "[i", ");", "};", "{", "}", " = ", "//",
        "[]"
    };

    private final BitSet code;
    private final int blockLines;

    private CodeSpans(BitSet code, int blockLines) {
        this.code = code;
        this.blockLines = blockLines;
    }

    /** Finds the code in a text. */
    public static CodeSpans of(String text) {
        return of(text, true);
    }

    /** Finds only the code that is marked as such, by fences and backticks. */
    static CodeSpans marked(String text) {
        return text.indexOf('`') < 0 ? new CodeSpans(new BitSet(), 0) : of(text, false);
    }

    private static CodeSpans of(String text, boolean guessing) {
        BitSet code = new BitSet();
        int lines = 0;
        boolean fenced = false;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            boolean fence = line.stripLeading().startsWith(FENCE);
            if (fence || fenced || (guessing && isCodeLine(line))) {
                code.set(start, end);
                lines += fence || line.isBlank() ? 0 : 1;
            } else {
                markInline(line, start, code);
            }
            fenced = fence != fenced
                    && !(fence
                            && line.strip().length() > FENCE.length()
                            && line.strip().endsWith(FENCE));
            start = end + 1;
        }
        return new CodeSpans(code, lines);
    }

    private static void markInline(String line, int offset, BitSet code) {
        int open = line.indexOf('`');
        while (open >= 0) {
            int width = runOf(line, open);
            int close = closeOf(line, open + width, width);
            if (close < 0) {
                return;
            }
            if (close - open <= LONGEST_INLINE) {
                code.set(offset + open, offset + close + width);
            }
            open = line.indexOf('`', close + width);
        }
    }

    /** Returns where the next run of so many marks starts, or -1. */
    private static int closeOf(String line, int from, int width) {
        for (int at = line.indexOf('`', from); at >= 0; ) {
            int run = runOf(line, at);
            if (run >= width) {
                return at;
            }
            at = line.indexOf('`', at + run);
        }
        return -1;
    }

    private static int runOf(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end - start;
    }

    /** Says whether a line is plainly code: not a sentence that mentions some. */
    static boolean isCodeLine(String line) {
        String bare = line.strip();
        if (bare.isEmpty() || bare.length() > LONGEST_CODE_LINE || bare.indexOf('¿') >= 0 || !hasSigns(bare)) {
            return false;
        }
        int signs = 0;
        for (String operator : OPERATORS) {
            signs += bare.contains(operator) ? 1 : 0;
        }
        char last = bare.charAt(bare.length() - 1);
        signs += last == ';' || last == '{' || last == '}' ? 2 : 0;
        signs += last == ':' || last == ')' || last == ']' ? 1 : 0;
        int words = proseWords(bare);
        if (bare.indexOf('?') >= 0 && words >= 3) {
            return false;
        }
        signs += OPENERS.contains(firstWord(bare)) ? 1 : 0;
        signs += line.startsWith("    ") || line.startsWith("\t") ? 1 : 0;
        return isAssignment(bare) || (signs >= CODE_LINE && words <= 4 + signs) || (signs == 2 && words <= 2);
    }

    /** Without one of these signs a line can have no more than an opening word and an indent, which is not enough. */
    private static boolean hasSigns(String bare) {
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c < 128 && SIGNS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String firstWord(String bare) {
        int end = 0;
        while (end < bare.length() && bare.charAt(end) != '(' && !Character.isWhitespace(bare.charAt(end))) {
            end++;
        }
        return bare.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isAssignment(String bare) {
        int equals = bare.indexOf('=');
        if (equals <= 0 || equals == bare.length() - 1) {
            return false;
        }
        String left = bare.substring(0, equals).strip();
        return !left.isEmpty()
                && left.chars().allMatch(c -> c == '_' || c == '.' || c == '[' || c == ']' || isIdentifierPart(c))
                && proseWords(bare) <= 3;
    }

    private static boolean isIdentifierPart(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** Counts the runs of three letters or more that stand between blanks, as words of a sentence do. */
    private static int proseWords(String line) {
        int words = 0;
        int letters = 0;
        int others = 0;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (Character.isWhitespace(c)) {
                words += letters >= SHORTEST_WORD && others == 0 ? 1 : 0;
                letters = 0;
                others = 0;
            } else if (Character.isLetter(c)) {
                letters++;
            } else if ((c != ',' && c != '.')
                    || (i + 1 < line.length() && !Character.isWhitespace(line.charAt(i + 1)))) {
                others++;
            }
        }
        return words;
    }

    /** Returns whether a character is part of code. */
    public boolean covers(int offset) {
        return code.get(offset);
    }

    /** Returns whether any character from start (inclusive) to end (exclusive) is part of code. */
    public boolean touches(int start, int end) {
        int next = code.nextSetBit(start);
        return next >= 0 && next < end;
    }

    /** Returns how many lines are code, fences not counted. */
    public int lines() {
        return blockLines;
    }

    /** Returns how many characters are code. */
    public int characters() {
        return code.cardinality();
    }
}
