package io.github.activeia.core.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The word lists that tell what a number or a word is. Those of {@code pii-words.txt} are looked up token by token and have a bit
 * each, those of {@code pii-names.txt} and {@code pii-values.txt} are not. Not changed after loading.
 */
final class PiiWords {
    private static final WordList NONE = new WordList(0);
    private static final Marks UNKNOWN = new Marks();
    private static final int MOST_LISTS = 63;
    private static final int TABLE = 0x250;
    private static final char[] PLAIN = new char[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            PLAIN[c] = c < 128 ? Character.toLowerCase(c) : plain(c);
        }
    }

    private final Map<String, WordList> lists = new HashMap<>();
    private final Map<String, Marks> marks = new HashMap<>();

    private PiiWords() {}

    /** The lists that a word is in, and those that have a phrase which starts with it, as bits. */
    static final class Marks {
        private long in;
        private long starts;

        long in() {
            return in;
        }

        long starts() {
            return starts;
        }
    }

    static PiiWords load() {
        PiiWords words = new PiiWords();
        words.read("pii-words.txt", true);
        words.read("pii-names.txt", false);
        words.read("pii-values.txt", false);
        return words;
    }

    private void read(String file, boolean marked) {
        try (InputStream stream =
                        Objects.requireNonNull(PiiWords.class.getResourceAsStream(file), () -> file + " is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            WordList list = NONE;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String bare = line.strip();
                if (bare.startsWith("[")) {
                    list = heading(bare.substring(1, bare.length() - 1), marked);
                } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                    addAll(bare, list);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordList heading(String name, boolean marked) {
        if (marked && lists.size() > MOST_LISTS) {
            throw new IllegalStateException("more lists than bits: " + name);
        }
        return lists.computeIfAbsent(name, n -> new WordList(marked ? 1L << lists.size() : 0));
    }

    private void addAll(String line, WordList list) {
        for (String phrase : line.split("\\s+", -1)) {
            list.add(phrase);
            if (list.bit() != 0) {
                marks.computeIfAbsent(phrase, p -> new Marks()).in |= list.bit();
                int joint = phrase.indexOf('_');
                String first = joint < 0 ? phrase : phrase.substring(0, joint);
                marks.computeIfAbsent(first, p -> new Marks()).starts |= list.bit();
            }
        }
    }

    WordList list(String name) {
        return lists.getOrDefault(name, NONE);
    }

    /** Returns the marks of a folded word. */
    Marks marksOf(String folded) {
        return marks.getOrDefault(folded, UNKNOWN);
    }

    /** Returns lower case without accents, of the same length for the letters of Spanish and English. */
    static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            folded[i] = c < TABLE ? PLAIN[c] : plain(c);
        }
        return new String(folded);
    }

    private static char plain(char c) {
        String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return split.toLowerCase(Locale.ROOT).charAt(0);
    }
}
