package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Opens letters that are turned around in the alphabet, written backwards, or replaced by digits. A code is tried on the whole text only
 * where it makes known words of unknown ones. Time is linear in the text.
 */
final class HiddenLetters {
    private static final int ALPHABET = 26;
    private static final int SHORTEST = 4;
    private static final int FEWEST = 2;
    private static final int SAMPLE = 8;

    private static final String SIGNS = "01345@$!7|";

    private final String text;
    private final Words words;
    private final Predicate<String> known;
    private final int[] unknown;
    private final List<HiddenText> found = new ArrayList<>();

    HiddenLetters(String text, Words words, Predicate<String> known) {
        this.text = text;
        this.words = words;
        this.known = known;
        this.unknown = unknown(words, known);
    }

    /** Returns the numbers of the longer words that nobody knows. */
    private static int[] unknown(Words words, Predicate<String> known) {
        int[] found = new int[words.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            String form = words.get(i).form();
            if (form.length() >= SHORTEST && !known.test(form)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    List<HiddenText> found() {
        if (unknown.length >= FEWEST) {
            openTurned();
        }
        if (hasMixed()) {
            openDigits();
        }
        return found;
    }

    private void openTurned() {
        open("reversed", HiddenLetters::reversed);
        open("rot13", t -> rotated(t, 13));
        open("atbash", HiddenLetters::mirrored);
        int shift = shift();
        if (shift > 0) {
            open("caesar", t -> rotated(t, shift));
        }
    }

    /** Returns whether a digit or a sign stands beside a letter somewhere. */
    private boolean hasMixed() {
        for (int i = 1; i < text.length(); i++) {
            char one = text.charAt(i - 1);
            char other = text.charAt(i);
            if ((Character.isLetter(one) && SIGNS.indexOf(other) >= 0)
                    || (Character.isLetter(other) && SIGNS.indexOf(one) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private void open(String how, UnaryOperator<String> code) {
        int first = -1;
        int last = -1;
        int opened = 0;
        for (int i : unknown) {
            if (known.test(code.apply(words.get(i).form()))) {
                first = first < 0 ? i : first;
                last = i;
                opened++;
            }
        }
        if (opened >= FEWEST) {
            int start = words.get(widen(first, -1)).start();
            int end = words.get(widen(last, 1)).end();
            found.add(new HiddenText(how, code.apply(text.substring(start, end)), start, end));
        }
    }

    /** Goes on over short words and unknown ones. */
    private int widen(int word, int step) {
        int at = word;
        while (at + step >= 0
                && at + step < words.size()
                && (words.get(at + step).form().length() < SHORTEST
                        || !known.test(words.get(at + step).form()))) {
            at += step;
        }
        return at;
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    static String rotated(String text, int shift) {
        char[] turned = text.toCharArray();
        for (int i = 0; i < turned.length; i++) {
            char c = turned[i];
            char first = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
            turned[i] = first == 0 ? c : (char) (first + (c - first + shift) % ALPHABET);
        }
        return new String(turned);
    }

    private static String mirrored(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char first = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
            turned.append(first == 0 ? c : (char) (first + ALPHABET - 1 - (c - first)));
        }
        return turned.toString();
    }

    /** Returns the shift that makes most known words of the first unknown ones, or 0. */
    private int shift() {
        List<String> sample = sample();
        int best = 0;
        int most = FEWEST - 1;
        for (int shift = 1; shift < ALPHABET && sample.size() >= FEWEST; shift++) {
            int opened = 0;
            for (String form : sample) {
                opened += known.test(rotated(form, shift)) ? 1 : 0;
            }
            if (shift != 13 && opened > most) {
                most = opened;
                best = shift;
            }
        }
        return best;
    }

    private List<String> sample() {
        List<String> sample = new ArrayList<>(SAMPLE);
        for (int i = 0; i < unknown.length && sample.size() < SAMPLE; i++) {
            String form = words.get(unknown[i]).form();
            if (isPlain(form)) {
                sample.add(form);
            }
        }
        return sample;
    }

    private static boolean isPlain(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) < 'a' || form.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Digits and signs for letters, as in "1gn0r4". */
    private void openDigits() {
        StringBuilder plain = new StringBuilder(text.length());
        int start = -1;
        int end = 0;
        int opened = 0;
        for (String part : text.split("(?<=\\s)|(?=\\s)", -1)) {
            String read = mixed(part) ? letters(part) : part;
            if (!read.equals(part)) {
                opened++;
                start = start < 0 ? plain.length() : start;
                end = plain.length() + part.length();
            }
            plain.append(read);
        }
        if (opened >= FEWEST) {
            found.add(new HiddenText("digits", plain.toString(), start, end));
        }
    }

    private static boolean mixed(String part) {
        boolean letter = part.chars().anyMatch(Character::isLetter);
        return letter && part.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    }

    private String letters(String part) {
        String withI = letters(part, 'i');
        String bare = bare(withI);
        if (known.test(bare)) {
            return withI;
        }
        String withL = letters(part, 'l');
        return known.test(bare(withL)) ? withL : part;
    }

    private static String bare(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        word.chars().filter(Character::isLetter).forEach(c -> letters.append(Character.toLowerCase((char) c)));
        return letters.toString();
    }

    private static String letters(String part, char one) {
        StringBuilder letters = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean last = i + 1 == part.length();
            letters.append(
                    switch (c) {
                        case '4', '@' -> 'a';
                        case '3' -> 'e';
                        case '1', '|' -> one;
                        case '!' -> last ? c : 'i';
                        case '0' -> 'o';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> c;
                    });
        }
        return letters.toString();
    }
}
