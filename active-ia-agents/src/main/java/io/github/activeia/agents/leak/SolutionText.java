package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a stored solution says.
 *
 * @param finals the values that it ends in
 * @param last the values of its last line
 * @param key whether the last line is a bare value, as in an answer key
 * @param brief whether it is a sentence
 * @param phrases the words of a solution of a few words without a value; each part of it
 * @param values all its values
 * @param units the final values with the words behind them
 * @param formulas its formulas
 * @param stems its words
 * @param wordRuns runs of its words
 * @param codeRuns runs of the symbols of its code
 * @param steps what its code does, in order
 */
record SolutionText(
        Set<String> finals,
        Set<String> last,
        boolean key,
        boolean brief,
        Set<String> phrases,
        Set<String> values,
        Set<String> units,
        Set<String> formulas,
        Set<String> stems,
        Set<String> wordRuns,
        Set<String> codeRuns,
        List<String> steps) {
    private static final int BRIEF_WORDS = 25;
    private static final int KEY_WORDS = 4;
    private static final int PHRASE_WORDS = 12;
    private static final Pattern PARTS = Pattern.compile("[;\\n]");
    private static final Pattern LABEL = Pattern.compile("^\\s*\\(?[a-h][.)]\\s+");

    static SolutionText of(String solution, LeakWords words) {
        StringBuilder code = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        for (Piece piece : Piece.of(solution)) {
            boolean program = piece.code() && Procedure.isExecutable(piece.text());
            (program ? code : prose).append(piece.text()).append('\n');
            int comment = program ? Procedure.comment(piece.text()) : -1;
            if (comment >= 0) {
                prose.append(piece.text().substring(comment)).append('\n');
            }
        }
        String said = prose.toString().stripTrailing();
        boolean brief = code.isEmpty() && Folded.words(said).size() <= BRIEF_WORDS;
        Endings endings = new Endings(words, brief);
        said.lines().forEach(endings::line);
        String end = said.substring(said.lastIndexOf('\n') + 1);
        List<String> stems = Folded.stems(said, words.stopwords());
        return new SolutionText(
                endings.finals(),
                Values.keys(end),
                Folded.words(end).size() <= KEY_WORDS,
                brief,
                brief && endings.values.isEmpty() ? phrases(said) : Set.of(),
                endings.values,
                endings.units,
                Formulas.keys(said),
                new HashSet<>(stems),
                Runs.ofWords(stems),
                Runs.ofCode(code.toString(), words.keywords()),
                Procedure.steps(code.toString(), words));
    }

    private static Set<String> phrases(String said) {
        Set<String> phrases = new HashSet<>();
        for (String part : PARTS.split(said, -1)) {
            List<String> spoken = Folded.words(Folded.fold(LABEL.matcher(part).replaceFirst("")));
            if (spoken.size() <= PHRASE_WORDS && !spoken.isEmpty()) {
                phrases.add(" " + String.join(" ", spoken) + " ");
            }
        }
        return phrases;
    }

    /** Gathers the values of a solution, and which of them are results. */
    private static final class Endings {
        private final LeakWords words;
        private final boolean brief;
        private final Set<String> values = new LinkedHashSet<>();
        private final Set<String> finals = new LinkedHashSet<>();
        private final Set<String> units = new HashSet<>();
        private List<Value> lastLine = new ArrayList<>();

        Endings(LeakWords words, boolean brief) {
            this.words = words;
            this.brief = brief;
        }

        void line(String line) {
            String folded = Folded.fold(line);
            boolean cue = brief
                    || line.contains("**")
                    || words.list("answer").stream().anyMatch(folded::contains);
            int equals = line.lastIndexOf('=');
            lastLine = Values.of(line).stream()
                    .filter(value -> brief || !value.isTruth())
                    .toList();
            for (Value value : lastLine) {
                values.add(value.key());
                if (cue
                        || (equals >= 0 && value.start() > equals)
                        || value.key().startsWith("O:")) {
                    conclude(value);
                }
            }
        }

        private void conclude(Value value) {
            finals.add(value.key());
            if (!value.unit().isEmpty()) {
                units.add(value.key() + " " + value.unit());
            }
        }

        Set<String> finals() {
            lastLine.forEach(this::conclude);
            return finals;
        }
    }
}
