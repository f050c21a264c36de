package io.github.activeia.agents.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that is written in a code: base64, hexadecimal, rot13, backwards. A tutor has no reason to write in one. Remembers words and
 * lines, for the same text when it has grown. Used by one thread at a time.
 */
final class Disguise {
    private static final Pattern BASE64 =
            Pattern.compile("(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,}={0,2}(?:\\s*\\n\\s*[A-Za-z0-9+/_-]{8,}={0,2})*");
    private static final Pattern HEX = Pattern.compile("(?<![A-Za-z0-9])(?:(?:0x|\\\\x)?[0-9a-fA-F]{2}[\\s,:]?){12,}");
    private static final Pattern BYTES = Pattern.compile("(?<!\\d)(?:[01]{8}\\s+){4,}[01]{8}");
    private static final double TEXT = 0.9;
    private static final int FEWEST = 3;
    private static final Set<String> COMMON = Set.of(
            "de",
            "la",
            "que",
            "el",
            "en",
            "los",
            "se",
            "del",
            "las",
            "un",
            "por",
            "con",
            "una",
            "para",
            "es",
            "al",
            "lo",
            "si",
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "that",
            "for",
            "it",
            "return",
            "def",
            "if",
            "while",
            "int",
            "select",
            "from",
            "where",
            "mientras",
            "devolver",
            "range",
            "len",
            "print",
            "else",
            "no",
            "fin",
            "repetir",
            "hasta",
            "entonces",
            "null",
            "nulo",
            "none",
            "static",
            "public",
            "void",
            "function",
            "var",
            "let",
            "sino",
            "como",
            "son",
            "queda",
            "cada",
            "then",
            "each",
            "not",
            "with",
            "join",
            "group",
            "by");

    private final Predicate<String> known;
    private final Map<String, Boolean> spoken = new HashMap<>();
    private final Map<String, List<String>> turned = new HashMap<>();

    /** Takes what says whether a folded word is one that somebody would say here. */
    Disguise(Predicate<String> known) {
        this.known = known;
    }

    /** Returns what is hidden in a text, each piece decoded. */
    List<String> reveal(String text) {
        List<String> found = new ArrayList<>();
        CodeRuns runs = CodeRuns.of(text);
        Matcher base64 = BASE64.matcher(text);
        while (runs.base64() && base64.find()) {
            addBase64(base64.group().replaceAll("\\s", ""), found);
        }
        Matcher hex = HEX.matcher(text);
        while (runs.hex() && hex.find()) {
            addHex(hex.group().replaceAll("0x|\\\\x|[\\s,:]", ""), found);
        }
        Matcher bytes = BYTES.matcher(text);
        while (runs.bits() && bytes.find()) {
            StringBuilder letters = new StringBuilder();
            for (String bits : bytes.group().split("\\s+", -1)) {
                letters.append((char) Integer.parseInt(bits, 2));
            }
            found.add(letters.toString());
        }
        for (String line : text.split("\n", -1)) {
            found.addAll(turned.computeIfAbsent(line, this::turned));
        }
        return found;
    }

    private static void addBase64(String run, List<String> found) {
        boolean mixed =
                run.chars().anyMatch(Character::isUpperCase) && run.chars().anyMatch(Character::isLowerCase);
        if (!mixed) {
            return;
        }
        try {
            String body = run.replace("=", "").replace('-', '+').replace('_', '/');
            addText(
                    Base64.getDecoder().decode(body.substring(0, body.length() - (body.length() % 4 == 1 ? 1 : 0))),
                    found);
        } catch (IllegalArgumentException none) {
            // A long word is not base64.
        }
    }

    private static void addHex(String run, List<String> found) {
        addText(HexFormat.of().parseHex(run.substring(0, run.length() / 2 * 2)), found);
    }

    private static void addText(byte[] bytes, List<String> found) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long fine = text.chars()
                .filter(c -> c == '\n' || (c >= ' ' && c < 127) || Character.isLetter(c))
                .count();
        long signs = text.chars().filter(c -> !Character.isWhitespace(c)).count();
        boolean letters = text.chars().filter(Character::isLetterOrDigit).count() * 2 > signs;
        if (text.length() >= 8 && fine >= TEXT * text.length() && letters) {
            found.add(text);
        }
    }

    /** Both codes turn each word by itself, so that words are counted first; where most are plain already, nothing can be hidden. */
    private List<String> turned(String line) {
        String folded = Folded.fold(line);
        if (folded.length() < 12) {
            return List.of();
        }
        List<String> words =
                Folded.words(folded).stream().filter(word -> word.length() > 2).toList();
        int fewest = Math.max(FEWEST, 2 * spoken(words));
        List<String> found = new ArrayList<>();
        if (words.size() >= fewest) {
            if (hasSpoken(words, Disguise::rot13, fewest)) {
                found.add(rot13(folded));
            }
            if (hasSpoken(words, Disguise::backwards, fewest)) {
                found.add(backwards(folded));
            }
        }
        return found;
    }

    /** Counts the words that are spoken as they are, until they are more than half of all. */
    private int spoken(List<String> words) {
        int spoken = 0;
        for (int i = 0; i < words.size() && 2 * spoken <= words.size(); i++) {
            spoken += isSpoken(words.get(i)) ? 1 : 0;
        }
        return spoken;
    }

    /** Returns whether enough words are spoken when they are turned; looks no further when too few are left. */
    private boolean hasSpoken(List<String> words, UnaryOperator<String> turn, int fewest) {
        int missing = fewest;
        for (int i = 0; i < words.size() && missing > 0 && missing <= words.size() - i; i++) {
            missing -= isSpoken(turn.apply(words.get(i))) ? 1 : 0;
        }
        return missing == 0;
    }

    private boolean isSpoken(String word) {
        return spoken.computeIfAbsent(word, one -> COMMON.contains(one) || known.test(one));
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static String rot13(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            turned.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
        }
        return turned.toString();
    }
}
