package io.github.activeia.agents.leak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text that the student has, as replies are compared with it.
 *
 * @param values its values
 * @param spoken its words with one blank before, between and behind them
 * @param formulas its formulas
 * @param stems the stems of its words
 * @param wordRuns runs of its stems
 * @param codeRuns runs of its symbols
 * @param lines its lines without blanks
 * @param pieces pieces of its longer words, which languages share
 */
record KnownText(
        Set<String> values,
        String spoken,
        Set<String> formulas,
        Set<String> stems,
        Set<String> wordRuns,
        Set<String> codeRuns,
        Set<String> lines,
        Set<String> pieces) {
    private static final int SHORTEST_LINE = 3;

    static KnownText of(String text, LeakWords words) {
        String folded = Folded.fold(text);
        List<String> stems = Folded.stems(folded, words.stopwords());
        Set<String> lines = new HashSet<>();
        text.lines()
                .map(KnownText::squeeze)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(lines::add);
        return new KnownText(
                Values.keys(text),
                " " + String.join(" ", Folded.words(folded)) + " ",
                Formulas.keys(text),
                new HashSet<>(stems),
                Runs.ofWords(stems),
                Runs.ofCode(text, words.keywords()),
                lines,
                Spelling.pieces(text));
    }

    boolean hasLine(String bare) {
        if (lines.contains(bare)) {
            return true;
        }
        for (String line : lines) {
            if (line.length() > bare.length() && line.contains(bare)) {
                return true;
            }
        }
        return false;
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
