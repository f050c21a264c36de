package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a stored solution is made of, beside its values: the words of its code in order, its statements, pieces of its long words, which
 * outlive a translation into a related language, and the parts of its key.
 *
 * @param names the words of its code in order
 * @param statements how many statements its code has
 * @param pieces four letters each of the long words of its prose
 * @param parts the stems of each part of a key without values
 * @param single whether it solves one problem without code, and not several in turn
 */
record Spelling(Sequence names, int statements, Set<String> pieces, List<Set<String>> parts, boolean single) {
    private static final int PIECE = 4;
    private static final int LONG = 6;
    private static final int STEM = 5;
    private static final Pattern PARTS = Pattern.compile("[;\\n]");

    /** The label of a second part. */
    private static final Pattern SECOND = Pattern.compile("(?iU)(?:^|[\\s(])(?:b|ii|part b|parte b|2)[).]\\s");

    private static final Pattern STATEMENT = Pattern.compile("[^;{}\\n]*\\w[^;{}\\n]*");

    static Spelling of(String procedure, String spoken, boolean key, LeakWords words) {
        List<Set<String>> parts = new ArrayList<>();
        if (key) {
            for (String part : PARTS.split(spoken, -1)) {
                Set<String> stems = new HashSet<>(Folded.stems(Folded.fold(part), words.stopwords()));
                if (!stems.isEmpty() && Values.keys(part).isEmpty()) {
                    parts.add(stems);
                }
            }
        }
        boolean single = procedure.isEmpty() && !SECOND.matcher(spoken).find();
        return new Spelling(Sequence.of(names(procedure)), statements(procedure), pieces(spoken), parts, single);
    }

    /** Returns the words of a text, short ones left out, each cut to its root. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String word : Folded.words(Folded.fold(text.replace('_', ' ')))) {
            if (word.length() > 1 || Character.isDigit(word.charAt(0))) {
                names.add(word.length() > STEM ? word.substring(0, STEM) : word);
            }
        }
        return names;
    }

    static int statements(String code) {
        return (int) STATEMENT.matcher(code).results().count();
    }

    static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (String word : Folded.words(Folded.fold(text))) {
            if (word.length() >= LONG && word.chars().noneMatch(Character::isDigit)) {
                for (int at = 0; at + PIECE <= word.length(); at++) {
                    pieces.add(word.substring(at, at + PIECE));
                }
            }
        }
        return pieces;
    }
}
