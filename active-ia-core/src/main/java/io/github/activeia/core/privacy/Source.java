package io.github.activeia.core.privacy;

import java.util.BitSet;
import java.util.List;

/**
 * A text as the recognisers read it: folded, in tokens, with the word lists that each token is in, and with what stands between quotation
 * marks. Made once for each text.
 */
final class Source {
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_PHRASE = 5;
    private static final int LONGEST_LITERAL = 60;
    private static final int LONGEST_GAP = 3;

    private final String text;
    private final String folded;
    private final List<Token> tokens;
    private final PiiWords.Marks[] marks;
    private final long vocabulary;
    private final boolean digits;
    private final BitSet quoted;
    private final BitSet literal;

    Source(String text, PiiWords words) {
        this.text = text;
        this.folded = PiiWords.fold(text);
        this.tokens = Token.in(text, folded);
        this.quoted = quotes(text);
        this.literal = literals(text);
        this.marks = new PiiWords.Marks[tokens.size()];
        long seen = 0;
        boolean number = false;
        for (int i = 0; i < marks.length; i++) {
            Token token = tokens.get(i);
            marks[i] = words.marksOf(token.isWord() ? token.folded() : "");
            seen |= marks[i].in();
            number |= token.isNumber();
        }
        this.vocabulary = seen;
        this.digits = number;
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return marks.length;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** Returns whether there is a digit anywhere. */
    boolean hasDigits() {
        return digits;
    }

    /** Returns whether the text has one of a list's single words anywhere. */
    boolean mentions(WordList list) {
        return (vocabulary & list.bit()) != 0;
    }

    /** Returns whether a token is a word of a list. */
    boolean is(WordList list, int index) {
        return (marks[index].in() & list.bit()) != 0;
    }

    /** Returns whether a token starts a phrase of one of the lists with these bits. */
    boolean starts(long bits, int index) {
        return (marks[index].starts() & bits) != 0;
    }

    boolean isQuoted(int offset) {
        return quoted.get(offset);
    }

    /** Returns whether an offset is in a quoted value of code, as in {@code f(1, 'Ana')} or {@code name == "Ana"}. */
    boolean isLiteral(int offset) {
        return literal.get(offset);
    }

    /** Returns the index of the first token that starts at an offset or behind it. */
    int indexAt(int offset) {
        int low = 0;
        int high = marks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index behind the longest of these phrases that starts here, or -1. Words of a phrase are joined by {@code _}. */
    int phraseEnd(WordList list, int from) {
        if (from >= marks.length || !starts(list.bit(), from)) {
            return -1;
        }
        int best = is(list, from) ? from + 1 : -1;
        int longest = Math.min(list.longest(), LONGEST_PHRASE);
        StringBuilder phrase = new StringBuilder(tokens.get(from).folded());
        for (int i = from + 1;
                i < marks.length && i - from < longest && tokens.get(i).isWord();
                i++) {
            phrase.append('_').append(tokens.get(i).folded());
            if (list.contains(phrase.toString())) {
                best = i + 1;
            }
        }
        return best;
    }

    /** Returns whether nothing stands between two neighbours. */
    boolean isGlued(int before, int after) {
        return tokens.get(before).end() == tokens.get(after).start();
    }

    /** Returns whether one blank stands between two neighbours. */
    boolean isSpaced(int before, int after) {
        int end = tokens.get(before).end();
        return end + 1 == tokens.get(after).start() && (text.charAt(end) == ' ' || text.charAt(end) == '\u00a0');
    }

    /** Returns whether at most one character stands between two neighbours. */
    boolean isNear(int before, int after) {
        return tokens.get(after).start() - tokens.get(before).end() <= 1;
    }

    boolean isLineStart(int index) {
        return index == 0
                || hasBreak(tokens.get(index - 1).end(), tokens.get(index).start());
    }

    boolean isLineEnd(int index) {
        return index + 1 >= marks.length
                || hasBreak(tokens.get(index).end(), tokens.get(index + 1).start());
    }

    private boolean hasBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Marks values between quotation marks that open behind a bracket, a comma or an equals sign and close before a sign of code. */
    private static BitSet literals(String text) {
        BitSet marked = new BitSet();
        boolean code = text.indexOf('(') >= 0 || text.indexOf('=') >= 0 || text.indexOf('[') >= 0;
        for (int open = code ? quote(text, 0) : -1; open >= 0; open = quote(text, open + 1)) {
            int before = open - 1;
            while (before >= 0 && text.charAt(before) == ' ' && open - before < LONGEST_GAP) {
                before--;
            }
            int close = text.indexOf(text.charAt(open), open + 1);
            if (before >= 0
                    && "(,=[{".indexOf(text.charAt(before)) >= 0
                    && close > 0
                    && close - open <= LONGEST_LITERAL
                    && close + 1 < text.length()
                    && "),;]}".indexOf(text.charAt(close + 1)) >= 0) {
                marked.set(open, close);
                open = close;
            }
        }
        return marked;
    }

    private static int quote(String text, int from) {
        int single = text.indexOf('\'', from);
        int twice = text.indexOf('"', from);
        return single < 0 || (twice >= 0 && twice < single) ? twice : single;
    }

    /** Marks what stands between marks of one line; an apostrophe is none. */
    private static BitSet quotes(String text) {
        BitSet marked = new BitSet();
        int open = -1;
        char closing = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (open >= 0 && i - open > LONGEST_QUOTE)) {
                open = -1;
            } else if (open >= 0 && c == closing) {
                marked.set(open, i + 1);
                open = -1;
            } else if (open < 0 && (c == '"' || c == '“' || c == '«')) {
                open = i;
                closing = c == '“' ? '”' : c == '«' ? '»' : '"';
            }
        }
        return marked;
    }
}
