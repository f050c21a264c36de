package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Joins what is cut into pieces: quoted strings, letters with gaps, and what the lines of a text begin with. Time is linear in the text. */
final class HiddenParts {
    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FEWEST_LETTERS = 8;
    private static final int FEWEST_LINES = 4;
    private static final int LONGEST_PART = 80;
    private static final int LONGEST_WORD = 18;
    private static final int UNKNOWN_LETTER = 3;
    private static final double READ = 0.6;

    private final String text;
    private final Predicate<String> known;
    private final List<HiddenText> found = new ArrayList<>();

    private HiddenParts(String text, Predicate<String> known) {
        this.text = text;
        this.known = known;
    }

    static List<HiddenText> in(String text, Predicate<String> known) {
        HiddenParts parts = new HiddenParts(text, known);
        parts.joinStrings();
        parts.joinLetters();
        parts.joinLines();
        return parts.found;
    }

    private void joinStrings() {
        List<Quotes.Span> strings = Quotes.in(text).stream()
                .filter(q -> q.end() - q.start() <= LONGEST_PART)
                .toList();
        if (strings.size() < 2) {
            return;
        }
        StringBuilder close = new StringBuilder();
        int links = 0;
        for (int i = 0; i < strings.size(); i++) {
            close.append(inside(strings.get(i)));
            links += i > 0 && linked(strings.get(i - 1), strings.get(i)) ? 1 : 0;
        }
        if (2 * links < strings.size() - 1) {
            return;
        }
        int start = strings.get(0).start();
        int end = strings.get(strings.size() - 1).end();
        found.add(new HiddenText("joined", close.toString(), start, end));
        found.add(new HiddenText("joined", spaced(strings), start, end));
        if (close.indexOf(" ") < 0) {
            found.add(new HiddenText("joined", segment(close.toString()), start, end));
        }
    }

    private String inside(Quotes.Span string) {
        return text.substring(string.start() + 1, string.end() - 1);
    }

    private String spaced(List<Quotes.Span> strings) {
        StringBuilder apart = new StringBuilder();
        strings.forEach(string -> apart.append(inside(string)).append(' '));
        return apart.toString();
    }

    /** Returns whether a plus joins two strings, or the first ends within a word that the second ends. */
    private boolean linked(Quotes.Span one, Quotes.Span next) {
        String between = text.substring(one.end(), Math.min(next.start(), one.end() + LONGEST_PART));
        boolean plus = between.indexOf('+') >= 0 && between.chars().noneMatch(Character::isLetter);
        String[] before = WORD_ENDS.split(inside(one).toLowerCase(Locale.ROOT), -1);
        String[] after = WORD_ENDS.split(inside(next).toLowerCase(Locale.ROOT), -1);
        String last = before[before.length - 1];
        String first = after[0];
        boolean cut = !last.isEmpty()
                && !first.isEmpty()
                && !(known.test(last) && known.test(first))
                && known.test(last + first);
        return plus || cut;
    }

    /** Letters with one sign between them, as in "i-g-n-o-r-e". */
    private void joinLetters() {
        StringBuilder letters = new StringBuilder();
        int start = 0;
        int count = 0;
        int i = 0;
        while (i <= text.length()) {
            boolean single = i < text.length() && isSingle(i);
            if (single) {
                start = count == 0 ? i : start;
                letters.append(text.charAt(i));
                count++;
                int next = i + 1;
                while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next)) && next - i < 5) {
                    next++;
                }
                if (next - i > 2) {
                    letters.append(' ');
                }
                i = next;
            } else {
                addLetters(letters, count, start, i);
                letters.setLength(0);
                count = 0;
                i++;
            }
        }
    }

    private boolean isSingle(int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private void addLetters(StringBuilder letters, int count, int start, int end) {
        if (count < FEWEST_LETTERS) {
            return;
        }
        StringBuilder plain = new StringBuilder();
        for (String word : letters.toString().split(" ", -1)) {
            plain.append(known.test(word.toLowerCase(Locale.ROOT)) ? word : segment(word))
                    .append(' ');
        }
        found.add(new HiddenText("spaced", plain.toString(), start, Math.min(end, text.length())));
    }

    private boolean hasFewLines() {
        int breaks = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            breaks++;
        }
        return breaks + 1 < FEWEST_LINES;
    }

    private void joinLines() {
        if (hasFewLines()) {
            return;
        }
        String[] lines = Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toArray(String[]::new);
        if (lines.length < FEWEST_LINES) {
            return;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (String line : lines) {
            words.append(line.split("[^\\p{L}\\p{N}]+", 2)[0]).append(' ');
            letters.append(Character.isLetter(line.charAt(0)) ? String.valueOf(line.charAt(0)) : "");
        }
        found.add(new HiddenText("first_words", words.toString(), 0, text.length()));
        if (letters.length() >= FEWEST_LETTERS) {
            found.add(new HiddenText("first_letters", segment(letters.toString()), 0, text.length()));
        }
    }

    /** Cuts letters into known words, as few as possible; empty if most of it cannot be read. */
    private String segment(String joined) {
        String letters = joined.toLowerCase(Locale.ROOT);
        int length = letters.length();
        int[] best = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            best[end] = best[end - 1] + UNKNOWN_LETTER;
            from[end] = end - 1;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
                if (best[start] + 1 < best[end] && known.test(letters.substring(start, end))) {
                    best[end] = best[start] + 1;
                    from[end] = start;
                }
            }
        }
        List<String> words = new ArrayList<>();
        int read = 0;
        for (int end = length; end > 0; end = from[end]) {
            words.add(letters.substring(from[end], end));
            read += end - from[end] > 1 ? end - from[end] : 0;
        }
        Collections.reverse(words);
        return read >= READ * length ? String.join(" ", words) : "";
    }
}
