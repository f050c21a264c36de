package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a run of digits or a single sign.
 *
 * @param type which of them
 * @param text as it was typed
 * @param folded in lower case and without accents
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
record Token(Type type, String text, String folded, int start, int end) {
    enum Type {
        WORD,
        NUMBER,
        SIGN
    }

    /** Cuts a text into tokens; blanks belong to none. Time is linear. */
    static List<Token> in(String text, String folded) {
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 4);
        for (int i = 0; i < text.length(); ) {
            if (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i))) {
                i++;
                continue;
            }
            Type type = typeOf(text.charAt(i));
            int end = i + 1;
            while (type != Type.SIGN && end < text.length() && continues(text, end, type)) {
                end++;
            }
            String written = text.substring(i, end);
            String plain = folded.substring(i, end).replace('’', '\'');
            tokens.add(new Token(type, written, plain.equals(written) ? written : plain, i, end));
            i = end;
        }
        return tokens;
    }

    private static Type typeOf(char c) {
        if (Digits.isDigit(c)) {
            return Type.NUMBER;
        }
        return Character.isLetter(c) ? Type.WORD : Type.SIGN;
    }

    private static boolean continues(String text, int at, Type type) {
        char c = text.charAt(at);
        if (type == Type.NUMBER) {
            return Digits.isDigit(c);
        }
        boolean joint = (c == '\'' || c == '’' || c == '-')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || joint;
    }

    boolean isWord() {
        return type == Type.WORD;
    }

    boolean isNumber() {
        return type == Type.NUMBER;
    }

    boolean is(char sign) {
        return type == Type.SIGN && text.charAt(0) == sign;
    }

    boolean isOneOf(String signs) {
        return type == Type.SIGN && signs.indexOf(text.charAt(0)) >= 0;
    }

    boolean isCapital() {
        return type == Type.WORD && Character.isUpperCase(text.charAt(0));
    }

    /** Returns whether all letters are capitals, and there are two or more. */
    boolean isShouted() {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) && !Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return type == Type.WORD && text.length() > 1;
    }

    /** Returns whether a capital follows a small letter, as in the name of a product or a variable. */
    boolean isCamel() {
        for (int i = 1; i < text.length(); i++) {
            boolean turn = Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
            if (turn && !(i <= 3 && (folded.startsWith("mc") || folded.startsWith("mac") || folded.startsWith("de")))) {
                return true;
            }
        }
        return false;
    }
}
