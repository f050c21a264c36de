package io.github.activeia.agents.leak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A text that the student has, as replies are compared with it. Thread-safe. */
final class KnownText {
    private final Set<String> values;
    private final String spoken;
    private final Set<String> stems;
    private final String lines;
    private final Lazy<Set<String>> formulas;
    private final Lazy<Set<String>> wordRuns;
    private final Lazy<Set<String>> codeRuns;
    private final Lazy<Set<String>> pieces;
    private final Lazy<String> squeezed;

    private KnownText(String text, LeakWords words) {
        String folded = Folded.fold(text);
        List<String> inOrder = Folded.stems(folded, words.stopwords());
        values = Values.keys(text);
        spoken = " " + String.join(" ", Folded.words(folded)) + " ";
        stems = new HashSet<>(inOrder);
        lines = lines(text);
        formulas = Lazy.of(() -> Formulas.keys(text));
        wordRuns = Lazy.of(() -> Runs.ofWords(inOrder));
        codeRuns = Lazy.of(() -> Runs.ofCode(text, words.keywords()));
        pieces = Lazy.of(() -> Spelling.pieces(text));
        squeezed = Lazy.of(() -> Symbols.squeeze(text));
    }

    static KnownText of(String text, LeakWords words) {
        return new KnownText(text, words);
    }

    private static String lines(String text) {
        return text.lines().map(KnownText::squeeze).collect(Collectors.joining("\n"));
    }

    Set<String> values() {
        return values;
    }

    /** Returns its words with one blank before, between and behind them. */
    String spoken() {
        return spoken;
    }

    /** Returns the text as {@link Symbols} compares it. */
    String squeezed() {
        return squeezed.get();
    }

    Set<String> stems() {
        return stems;
    }

    Set<String> formulas() {
        return formulas.get();
    }

    /** Returns runs of its stems. */
    Set<String> wordRuns() {
        return wordRuns.get();
    }

    /** Returns runs of its symbols. */
    Set<String> codeRuns() {
        return codeRuns.get();
    }

    /** Returns pieces of its longer words, which languages share. */
    Set<String> pieces() {
        return pieces.get();
    }

    /** Returns whether a line without blanks is one of its own, or within one. */
    boolean hasLine(String bare) {
        return lines.contains(bare);
    }

    static String squeeze(String line) {
        StringBuilder bare = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isWhitespace(c) && c != '`' && c != '>' && c != ';') {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
