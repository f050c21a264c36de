package io.github.activeia.agents.leak;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Writes numbers and letters that only look different, as in formulas or in wide type, the way everybody writes them. */
final class Notation {
    private static final Pattern FRACTION =
            Pattern.compile("\\\\[dt]?frac\\s*\\{\\s*([^{}]{1,40}?)\\s*\\}\\s*\\{\\s*([^{}]{1,40}?)\\s*\\}");

    /** A decimal sign that a formula must not put a blank behind. */
    private static final Pattern COMMA = Pattern.compile("(?<=\\d)\\{([.,])\\}(?=\\d)");

    private static final int FIRST_WIDE = 0xFF01;
    private static final int LAST_WIDE = 0xFF5E;
    private static final int FIRST_MATHEMATICAL = 0x1D400;
    private static final int LAST_MATHEMATICAL = 0x1D7FF;

    private Notation() {}

    /** Returns the text itself where nothing is to be changed. */
    static String plain(String text) {
        String written = mayBeStyled(text) ? unstyled(text) : text;
        if (written.indexOf('{') < 0) {
            return written;
        }
        return FRACTION.matcher(COMMA.matcher(written).replaceAll("$1")).replaceAll("$1/$2");
    }

    private static boolean mayBeStyled(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= Character.MIN_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private static String unstyled(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isStyled(point)) {
                plain.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isStyled(int point) {
        return (point >= FIRST_WIDE && point <= LAST_WIDE)
                || (point >= FIRST_MATHEMATICAL && point <= LAST_MATHEMATICAL);
    }
}
