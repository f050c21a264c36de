package io.github.activeia.agents.leak;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that are signs more than words, such as a regular expression or a formula of logic: whoever shows one shows all of it. */
final class Symbols {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 120;
    private static final int FEWEST_SIGNS = 3;
    private static final Pattern LABEL = Pattern.compile("^\\s*(?:[-*+•]\\s+|\\(?(?:[a-h]|\\d{1,2})[.)]\\s+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4}");

    private Symbols() {}

    /** Returns the lines of signs of a text, as {@link #squeeze} writes them. */
    static Set<String> of(String text) {
        Set<String> found = new HashSet<>();
        text.lines().forEach(line -> {
            String bare = squeeze(LABEL.matcher(line).replaceFirst(""));
            boolean signs = bare.chars()
                            .filter(c -> !Character.isLetterOrDigit(c) && ".,-%".indexOf(c) < 0)
                            .count()
                    >= FEWEST_SIGNS;
            if (bare.length() >= SHORTEST
                    && bare.length() <= LONGEST
                    && signs
                    && !WORD.matcher(line).find()) {
                found.add(bare);
            }
        });
        return found;
    }

    /** Returns a text without blanks and the marks of formulas and code. */
    static String squeeze(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '`' && c != '*' && c != '\\') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }
}
