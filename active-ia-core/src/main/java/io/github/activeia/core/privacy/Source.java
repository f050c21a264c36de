package io.github.activeia.core.privacy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text as the recognisers read it: folded, in tokens, and with what stands between quotation marks. Made once for each text. */
final class Source {
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_PHRASE = 5;

    private final String text;
    private final String folded;
    private final List<Token> tokens;
    private final Set<String> vocabulary = new HashSet<>();
    private final BitSet quoted;

    Source(String text) {
        this.text = text;
        this.folded = PiiWords.fold(text);
        this.tokens = Token.in(text, folded);
        this.quoted = quotes(text);
        tokens.stream().filter(Token::isWord).map(Token::folded).forEach(vocabulary::add);
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
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** Returns whether the text has one of these words anywhere. */
    boolean mentions(Set<String> words) {
        return words.size() < vocabulary.size()
                ? words.stream().anyMatch(vocabulary::contains)
                : vocabulary.stream().anyMatch(words::contains);
    }

    boolean isQuoted(int offset) {
        return quoted.get(offset);
    }

    /** Returns the index of the first token that starts at an offset or behind it. */
    int indexAt(int offset) {
        int low = 0;
        int high = tokens.size();
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
    int phraseEnd(Set<String> phrases, int from) {
        int best = -1;
        StringBuilder phrase = new StringBuilder();
        for (int i = from;
                i < tokens.size() && i - from < LONGEST_PHRASE && tokens.get(i).isWord();
                i++) {
            phrase.append(i == from ? "" : "_").append(tokens.get(i).folded());
            if (phrases.contains(phrase.toString())) {
                best = i + 1;
            }
        }
        return best;
    }

    /** Returns what stands between two tokens. */
    String gap(int before, int after) {
        return text.substring(tokens.get(before).end(), tokens.get(after).start());
    }

    boolean isLineStart(int index) {
        return index == 0 || gap(index - 1, index).indexOf('\n') >= 0;
    }

    boolean isLineEnd(int index) {
        return index + 1 >= tokens.size() || gap(index, index + 1).indexOf('\n') >= 0;
    }

    /** Marks what stands between marks of one line; an apostrophe is none. */
    private static BitSet quotes(String text) {
        BitSet marked = new BitSet(text.length());
        int open = -1;
        char closing = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (open >= 0 && i - open > LONGEST_QUOTE)) {
                open = -1;
            } else if (open >= 0 && c == closing) {
                marked.set(open, i + 1);
                open = -1;
            } else if (open < 0 && "\"“«".indexOf(c) >= 0) {
                open = i;
                closing = "\"”»".charAt("\"“«".indexOf(c));
            }
        }
        return marked;
    }
}
