package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sorts the lines of a stored solution into program, pseudocode and prose, paragraph by paragraph. */
final class SolutionLines {
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]*\\n");
    private static final Pattern FENCE = Pattern.compile("^(?:```|~~~).*");
    private static final Pattern BARE = Pattern.compile("[\\s(){}\\[\\];,]*");

    /** An equation of names of a letter or two is mathematics as often as code. */
    private static final Pattern EQUATION =
            Pattern.compile("^(?:\\(?\\w{1,3}\\)\\s*)?[A-Za-z]\\w{0,2}(?:_\\w+|\\([^)]*\\))?\\s*=(?!=)[^;{]*[^;{:]$");

    private static final Pattern PSEUDOCODE = Pattern.compile(
            "(?iU)^(?:función|funcion|function|procedimiento|procedure|algoritmo|para|for|mientras|while|si|if|sino|else|devolver|retornar|return|repetir|repeat|hasta|until|fin)\\b.*|.*(?:←|<-).*");
    private static final int FEWEST_STEPS = 3;

    private SolutionLines() {}

    /**
     * A line of a solution.
     *
     * @param text the line
     * @param program whether it is a line of a program, or a comment behind one
     * @param procedure whether it says what a program does, in whatever language
     */
    record Line(String text, boolean program, boolean procedure) {
        /** Returns the comment behind it, or an empty text. */
        String comment() {
            int at = Procedure.comment(text);
            return at < 0 ? "" : text.substring(at);
        }
    }

    static List<Line> of(String solution) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : PARAGRAPH.split(solution, -1)) {
            List<String> bare = paragraph
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !FENCE.matcher(line).matches())
                    .toList();
            long full =
                    bare.stream().filter(line -> !BARE.matcher(line).matches()).count();
            long code = bare.stream().filter(SolutionLines::isCode).count();
            boolean program = 2 * code >= Math.max(1, full) && (code > 1 || isAlone(paragraph));
            long steps = bare.stream()
                    .filter(line -> PSEUDOCODE.matcher(line).matches())
                    .count();
            boolean procedure = program || (steps >= FEWEST_STEPS && 2 * steps >= full);
            bare.forEach(line -> lines.add(new Line(line, program && !isComment(line), procedure && !isComment(line))));
        }
        return lines;
    }

    private static boolean isCode(String line) {
        return !isComment(line)
                && Procedure.isExecutable(line)
                && !EQUATION.matcher(line).matches();
    }

    /** One line that looks like code may be a formula. */
    private static boolean isAlone(String line) {
        return Piece.of(line).stream().anyMatch(Piece::code);
    }

    private static boolean isComment(String line) {
        return Procedure.comment(line) == 0;
    }
}
