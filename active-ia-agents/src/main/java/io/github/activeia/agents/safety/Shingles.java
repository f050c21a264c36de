package io.github.activeia.agents.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs of tokens, to compare texts by. */
final class Shingles {
    private static final int WORDS = 5;
    private static final int SYMBOLS = 5;
    private static final Set<String> KEYWORDS = Set.of(
            "def",
            "for",
            "while",
            "if",
            "else",
            "elif",
            "return",
            "in",
            "range",
            "len",
            "int",
            "float",
            "double",
            "char",
            "void",
            "string",
            "boolean",
            "class",
            "public",
            "private",
            "static",
            "new",
            "and",
            "or",
            "not",
            "true",
            "false",
            "none",
            "null",
            "select",
            "from",
            "where",
            "join",
            "group",
            "by",
            "order",
            "having",
            "count",
            "sum",
            "max",
            "min",
            "print",
            "append",
            "import",
            "switch",
            "case",
            "break",
            "continue",
            "do",
            "try",
            "except",
            "catch",
            "throw",
            "raise",
            "lambda",
            "yield",
            "pop",
            "push");

    private Shingles() {}

    /** Returns the runs of words of a text, case and accents aside. */
    static Set<String> ofWords(String text) {
        return runs(words(SafetyWords.fold(text)), WORDS);
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '_') {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Returns the runs of symbols of a piece of code, whatever its identifiers are called. */
    static Set<String> ofCode(String code) {
        List<String> symbols = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= code.length(); i++) {
            char c = i < code.length() ? code.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '_') {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                symbols.add(symbol(word.toString()));
                word.setLength(0);
            }
            if (!Character.isWhitespace(c) && c != ';' && c != '`') {
                symbols.add(String.valueOf(c));
            }
        }
        return runs(symbols, SYMBOLS);
    }

    private static String symbol(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean plain = KEYWORDS.contains(lower) || Character.isDigit(word.charAt(0));
        return plain ? lower : "v";
    }

    private static Set<String> runs(List<String> tokens, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= tokens.size(); i++) {
            runs.add(String.join(" ", tokens.subList(i, i + length)));
        }
        return runs;
    }

    static long shared(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).count();
    }
}
