package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stored solution says.
 *
 * @param finals the values that it ends in
 * @param last the values of its last line
 * @param key whether the last line is a bare value, as in an answer key
 * @param brief whether it is a sentence
 * @param phrases the words of a solution of a few words without a value; each part of it
 * @param units the final values with the words behind them
 * @param symbols its lines of signs
 * @param terms its values, formulas, words, and runs of its words and of the symbols of its code
 * @param steps what its code does, in order
 * @param spelling what else it is made of
 */
record SolutionText(
        Set<String> finals,
        Set<String> last,
        boolean key,
        boolean brief,
        Set<String> phrases,
        Set<String> units,
        Set<String> symbols,
        SolutionTerms terms,
        Sequence steps,
        Spelling spelling) {
    private static final int BRIEF_WORDS = 25;
    private static final int KEY_WORDS = 4;
    private static final int KEY_LINES = 12;

    /** So many lines that look like a program may be formulas. */
    private static final int FORMULA_LINES = 3;

    private static final int PHRASE_WORDS = 12;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;])\\s+");
    private static final Pattern PARTS = Pattern.compile("[;\\n]");
    private static final Pattern LABEL = Pattern.compile("^\\s*\\(?[a-h][.)]\\s+");

    static SolutionText of(String stored, LeakWords words) {
        String solution = Notation.plain(stored);
        StringBuilder procedure = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        StringBuilder spoken = new StringBuilder();
        int programmed = 0;
        for (SolutionLines.Line line : SolutionLines.of(solution)) {
            String comment = line.comment();
            programmed += line.program() ? 1 : 0;
            if (line.procedure()) {
                procedure.append(line.text()).append('\n');
            }
            if (!line.procedure() || !comment.isEmpty()) {
                prose.append(line.procedure() ? comment : line.text()).append('\n');
            }
            spoken.append(line.program() ? comment : line.text()).append('\n');
        }
        String said = prose.toString().stripTrailing();
        boolean brief = procedure.isEmpty() && (Folded.words(said).size() <= BRIEF_WORDS || isKey(said));
        Endings endings = new Endings(words, brief);
        said.lines().forEach(endings::line);
        List<Piece> pieces = Piece.of(said);
        String end = pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1).text();
        List<String> stems = Folded.stems(Folded.fold(spoken.toString()), words.stopwords());
        Spelling spelling = Spelling.of(procedure.toString(), spoken.toString(), brief, words);
        return new SolutionText(
                endings.finals(),
                endings.last(end),
                Folded.words(end).size() <= KEY_WORDS,
                brief,
                brief && endings.values.isEmpty() ? phrases(said) : Set.of(),
                endings.units,
                Symbols.of(programmed > FORMULA_LINES ? said : solution),
                new SolutionTerms(
                        endings.values,
                        Formulas.keys(said),
                        new HashSet<>(stems),
                        Runs.ofWords(stems),
                        Runs.ofCode(procedure.toString(), words.keywords()),
                        spelling.pieces()),
                Sequence.of(Procedure.steps(procedure.toString(), words)),
                spelling);
    }

    /** Returns whether every line is a short answer. */
    private static boolean isKey(String said) {
        return said.lines().count() > 1
                && said.lines().count() <= KEY_LINES
                && said.lines().allMatch(line -> Folded.words(line).size() <= PHRASE_WORDS);
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
            lastLine = Stream.of(SENTENCE_END.split(line, -1))
                    .flatMap(this::sentence)
                    .toList();
        }

        /** Returns the values of a sentence, and keeps what it concludes: what stands behind its last sign of equality, or is announced. */
        private Stream<Value> sentence(String sentence) {
            String folded = Folded.fold(sentence);
            boolean cue = brief
                    || sentence.contains("**")
                    || words.list("answer").stream().anyMatch(folded::contains);
            int equals = sentence.lastIndexOf('=');
            List<Value> found = Values.of(sentence).stream()
                    .filter(value -> brief || !value.isTruth())
                    .toList();
            for (Value value : found) {
                values.add(value.key());
                if (cue
                        || (equals >= 0 && value.start() > equals)
                        || value.key().startsWith("O:")) {
                    conclude(value);
                }
            }
            return found.stream();
        }

        private void conclude(Value value) {
            finals.add(value.key());
            if (!value.unit().isEmpty()) {
                units.add(value.key() + " " + value.unit());
            }
        }

        /** A yes or a no is a result only where little else is said. */
        Set<String> last(String sentence) {
            return Values.of(sentence).stream()
                    .filter(value -> brief || !value.isTruth())
                    .map(Value::key)
                    .collect(Collectors.toSet());
        }

        Set<String> finals() {
            lastLine.forEach(this::conclude);
            return finals;
        }
    }
}
