package io.github.activeia.agents.gatekeeper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Folds single characters for matching: case, accents, presentation forms and look-alikes of other scripts. */
final class Folding {
    private static final int ASCII = 128;

    /** Spanish, English and their neighbours; what lies beyond is looked up each time. */
    private static final int TABLE = 0x180;

    private final Map<Integer, String> lookAlikes;
    private final String[] plain = new String[TABLE];

    Folding(Map<Integer, String> lookAlikes) {
        this.lookAlikes = Map.copyOf(lookAlikes);
        Arrays.setAll(plain, c -> c < ASCII ? String.valueOf((char) Character.toLowerCase(c)) : apart(c));
    }

    /** Returns the folded form of a code point; empty for one that nobody sees. */
    String fold(int codePoint) {
        return codePoint < TABLE ? plain[codePoint] : apart(codePoint);
    }

    private String apart(int codePoint) {
        if (isInvisible(codePoint)) {
            return "";
        }
        String similar = lookAlikes.get(Character.toLowerCase(codePoint));
        if (similar != null) {
            return similar;
        }
        String bare = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        return bare.codePoints()
                .filter(c -> !isInvisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Folds a whole text, for words that come from a lexicon. */
    String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> folded.append(fold(c)));
        return folded.toString();
    }

    static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == 0x115F
                || codePoint == 0x3164;
    }
}
