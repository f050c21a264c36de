package io.github.activeia.agents.leak;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the formulas in a text, each side of an equation apart: {@code n(n−1)/2} and {@code n*(n - 1) / 2} are one. */
final class Formulas {
    private static final Pattern FORMULA = Pattern.compile(
            "(?:[\\p{L}]\\d?|\\d+(?:[.,]\\d+)?|log|sen|sin|cos|[()^²³{}_₂])(?:\\s?(?:[-+*/·×^−()²³{}_₂⌊⌋]|\\d+(?:[.,]\\d+)?|log|sen|sin|cos|mod|(?<![\\p{L}])\\p{L}(?![\\p{L}])|(?<=\\d)\\p{L}(?![\\p{L}])))+");
    private static final int SHORTEST = 4;

    /** A formula has one of these at least. */
    private static final String OPERATORS = "+-/^−²³";

    private Formulas() {}

    static Set<String> keys(String text) {
        Set<String> keys = new HashSet<>();
        if (text.chars().noneMatch(c -> OPERATORS.indexOf(c) >= 0)) {
            return keys;
        }
        Matcher formula = FORMULA.matcher(text);
        while (formula.find()) {
            String key = plain(formula.group());
            boolean letter = key.chars().anyMatch(Character::isLetter);
            boolean operator = key.chars().anyMatch(c -> "+-/^".indexOf(c) >= 0);
            if (key.length() >= SHORTEST && letter && operator) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static String plain(String formula) {
        StringBuilder key = new StringBuilder();
        String folded = Folded.fold(formula.replace("²", "^2").replace("³", "^3"));
        for (int at = 0; at < folded.length(); at++) {
            char c = folded.charAt(at);
            if (c == '−') {
                key.append('-');
            } else if (Character.isLetterOrDigit(c) || "+-/^".indexOf(c) >= 0) {
                key.append(c);
            }
        }
        int end = key.length();
        while (end > 0 && "+-/^".indexOf(key.charAt(end - 1)) >= 0) {
            end--;
        }
        return key.substring(0, end);
    }
}
