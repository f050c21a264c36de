package io.github.activeia.core;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Text as it is compared: lower case and without accents, so that «Árbol», «arbol» and «ÁRBOL» are one word. Each character is folded by
 * itself, whatever stands around it.
 */
public final class PlainText {
    /** Spanish, English and their neighbours; what lies beyond is looked up each time. */
    private static final int TABLE = 0x180;

    private static final char UNKNOWN = 0;
    private static final char[] CANONICAL = table(Form.NFD);
    private static final char[] COMPATIBLE = table(Form.NFKD);

    private PlainText() {}

    /** Returns a text in lower case without accents. The length is the same, unless the text holds combining marks or rare letters. */
    public static String fold(String text) {
        return fold(text, CANONICAL, Form.NFD);
    }

    /**
     * Returns a text in lower case without accents and without presentation forms: «x²» is {@code x2}, «…» three dots, «ﬁ» two letters.
     * The length may differ.
     */
    public static String foldForms(String text) {
        return fold(text, COMPATIBLE, Form.NFKD);
    }

    private static String fold(String text, char[] table, Form form) {
        if (isFolded(text, table)) {
            return text;
        }
        char[] known = new char[text.length()];
        for (int i = 0; i < known.length; i++) {
            char c = text.charAt(i);
            known[i] = c < TABLE ? table[c] : UNKNOWN;
            if (known[i] == UNKNOWN) {
                return folded(text, i, known, table, form);
            }
        }
        return String.valueOf(known);
    }

    /** Goes on where a character is not in the table. */
    private static String folded(String text, int from, char[] before, char[] table, Form form) {
        StringBuilder folded = new StringBuilder(text.length()).append(before, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            char known = c < TABLE ? table[c] : UNKNOWN;
            if (known != UNKNOWN) {
                folded.append(known);
            } else {
                int codePoint = text.codePointAt(i);
                folded.append(apart(codePoint, form));
                i += Character.charCount(codePoint) - 1;
            }
        }
        return folded.toString();
    }

    private static boolean isFolded(String text, char[] table) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= TABLE || table[c] != c || c == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private static char[] table(Form form) {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String folded = apart(c, form);
            table[c] = folded.length() == 1 ? folded.charAt(0) : UNKNOWN;
        }
        return table;
    }

    private static String apart(int codePoint, Form form) {
        String apart = Normalizer.normalize(Character.toString(codePoint), form).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> !isMark(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
