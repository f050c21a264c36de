package io.github.activeia.agents.leak;

import io.github.activeia.core.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the student has before the reply: the assignment, the own words and work, and what the course's passages say. */
final class Known {
    private static final Pattern OMISSION = Pattern.compile("…|\\.{3}");

    private final Set<String> values = new HashSet<>();
    private final Set<String> formulas = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final StringBuilder spoken = new StringBuilder();
    private final Set<String> lines = new HashSet<>();
    private final Set<String> wordRuns = new HashSet<>();
    private final Set<String> codeRuns = new HashSet<>();
    private final Set<String> pieces = new HashSet<>();
    private static final int BRIEF_WORDS = 10;

    private final Set<String> own = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> asked;
    private boolean said;

    private Known(Set<String> asked) {
        this.asked = asked;
    }

    static Known of(Exchange exchange, LeakWords words) {
        List<String> texts = new ArrayList<>(exchange.past().said());
        texts.add(exchange.question());
        if (exchange.activity() != null) {
            texts.add(exchange.activity().title() + "\n" + exchange.activity().instructions());
            exchange.activity().hints().forEach(hint -> texts.add(hint.text()));
        }
        exchange.passages().stream()
                .filter(passage -> passage.document().contentType() != ContentType.SOLUTION)
                .forEach(passage -> texts.add(passage.text()));
        List<String> shown = exchange.past().shown();
        String last = shown.isEmpty() ? "" : shown.get(shown.size() - 1);
        Known known = new Known(Arithmetic.results(last + "\n" + exchange.question()));
        texts.forEach(text -> known.add(text, words));
        known.told.addAll(known.values);
        exchange.past().said().forEach(known::propose);
        known.propose(exchange.question());
        boolean brief = Folded.words(exchange.question()).size() <= BRIEF_WORDS;
        known.said = exchange.question().indexOf('?') < 0 && (brief || !known.own.isEmpty());
        shown.forEach(text -> known.told.addAll(Values.keys(text)));
        return known;
    }

    private void add(String text, LeakWords words) {
        values.addAll(Values.keys(text));
        spoken.append(' ')
                .append(String.join(" ", Folded.words(Folded.fold(text))))
                .append(' ');
        formulas.addAll(Formulas.keys(text));
        List<String> found = Folded.stems(text, words.stopwords());
        stems.addAll(found);
        wordRuns.addAll(Runs.ofWords(found));
        codeRuns.addAll(Runs.ofCode(text, words.keywords()));
        pieces.addAll(Spelling.pieces(text));
        text.lines().map(Known::squeeze).filter(line -> line.length() > 2).forEach(lines::add);
    }

    Set<String> values() {
        return values;
    }

    /** What a student works with on the way is no answer; what a message ends in, or has little beside, is. */
    private void propose(String message) {
        List<Value> found = Values.of(message);
        boolean brief = Folded.words(message).size() <= BRIEF_WORDS;
        int last = found.stream().mapToInt(Value::start).max().orElse(0);
        found.stream().filter(value -> brief || value.start() == last).forEach(value -> own.add(value.key()));
    }

    /** Returns the values that the student proposed as an answer. */
    Set<String> own() {
        return own;
    }

    /** Returns the values that stand anywhere before the reply, earlier replies included. */
    Set<String> told() {
        return told;
    }

    /** Returns whether some words stand somewhere already. */
    boolean has(String phrase) {
        return spoken.indexOf(phrase) >= 0;
    }

    Set<String> stems() {
        return stems;
    }

    Set<String> formulas() {
        return formulas;
    }

    Set<String> wordRuns() {
        return wordRuns;
    }

    Set<String> codeRuns() {
        return codeRuns;
    }

    /** Returns whether the student does not ask but says something, such as a result. */
    boolean isSaid() {
        return said;
    }

    Set<String> pieces() {
        return pieces;
    }

    /** Returns the results of the sums that the question asks for. */
    Set<String> asked() {
        return asked;
    }

    /** Returns whether a line, blanks aside, stands somewhere already, alone or within a line; dots of omission part it. */
    boolean hasLine(String line) {
        for (String part : OMISSION.split(line, -1)) {
            String bare = squeeze(part);
            if (bare.length() > 2 && !lines.contains(bare) && lines.stream().noneMatch(known -> known.contains(bare))) {
                return false;
            }
        }
        return true;
    }

    private static String squeeze(String line) {
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
