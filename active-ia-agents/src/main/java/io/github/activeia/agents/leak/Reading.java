package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reply as leak detection sees it: what it asserts, what it asks, and which code it has that the student does not. */
final class Reading {
    /** A condition or a name with its value is talk about code. */
    private static final int SHORTEST = 16;

    private static final Pattern INLINE = Pattern.compile("`([^`]{3,2000})`");

    /** What is done to an object with a value. */
    private static final Pattern CALL = Pattern.compile("[A-Za-z_]\\w*\\.\\w+\\([^)]+\\)");

    private static final Pattern CITATION =
            Pattern.compile("(?<![\\p{L}\\d_)\\]])\\[(\\d{1,2}(?:,\\s*[^\\]\\d\\s-][^\\]]{0,30})?)]");

    private static final int LONGEST_LINE = 120;

    private static final Pattern TRIAL = Pattern.compile("([A-Za-z_]\\w{3,})\\([^()=<>]*\\)");

    /** Where a statement ends. */
    private static final Pattern STATEMENTS = Pattern.compile("(?<=[;{}])");

    private static final int SHORTEST_QUOTE = 6;

    private static final Pattern ALTERNATIVES = Pattern.compile("(?iU).*\\b(?:o|u|or|versus|vs)\\b.*");

    private static final Pattern OPEN_CELL = Pattern.compile("[\\s…._?¿·—-]*");

    private final PieceReader reader;
    private final List<Piece> pieces;
    private final List<String> code = new ArrayList<>();
    private final StringBuilder asserted = new StringBuilder();
    private final List<String> sentences = new ArrayList<>();
    private final List<Value> stated = new ArrayList<>();
    private final Set<String> questioned = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    private int recipe;
    private int chain;
    private int tells;
    private int cells;
    private int blanks;
    private int program;
    private int pseudocode;
    private int listed;
    private final Lazy<Prose> prose;
    private final Lazy<Set<String>> codeRuns;

    /** Reads a text whose pieces the reader may have read before. */
    Reading(List<Piece> pieces, PieceReader reader) {
        this(reader, pieces);
        pieces.forEach(piece -> add(reader.read(piece)));
    }

    /** Reads one piece. */
    Reading(Piece piece, PieceReader reader) {
        this(reader, List.of(piece));
        add(piece, reader.known());
    }

    private Reading(PieceReader reader, List<Piece> pieces) {
        this.reader = reader;
        this.pieces = pieces;
        prose = Lazy.of(() -> Prose.of(asserted(), sentences, reader));
        codeRuns = Lazy.of(
                () -> Runs.ofCode(String.join("\n", code), reader.words().keywords()));
    }

    private void add(Reading piece) {
        code.addAll(piece.code);
        asserted.append(piece.asserted);
        sentences.addAll(piece.sentences);
        stated.addAll(piece.stated);
        questioned.addAll(piece.questioned);
        steps.addAll(piece.steps);
        recipe += piece.recipe;
        chain = Math.max(chain, piece.chain);
        tells += piece.tells;
        cells += piece.cells;
        blanks += piece.blanks;
        program += piece.program;
        pseudocode += piece.pseudocode;
        listed += piece.listed;
    }

    private void add(Piece piece, Known known) {
        if (piece.code()) {
            int comment = Procedure.comment(piece.text());
            if (!piece.fenced()) {
                state(piece.text(), known);
            } else if (comment >= 0) {
                state(piece.text().substring(comment), known);
            }
            if (!known.hasLine(piece.text())) {
                addCode(piece.text());
            }
            return;
        }
        if (piece.cell()) {
            boolean open = piece.asks() || OPEN_CELL.matcher(piece.text()).matches();
            blanks += open ? 1 : 0;
            cells += open ? 0 : 1;
        }
        if (piece.text().indexOf('`') >= 0) {
            INLINE.matcher(piece.text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(span -> isStatement(span) && !known.hasLine(span) && !isTrial(span, known))
                    .forEach(this::addCode);
        }
        if (piece.asks()) {
            Set<String> values = Values.keys(piece.text());
            if (!values.isEmpty() && !ALTERNATIVES.matcher(piece.text()).matches()) {
                questioned.addAll(values);
            }
        } else if (piece.cell() || !known.hasLine(piece.text())) {
            state(piece.text(), known);
            tells++;
            List<String> does = Procedure.steps(piece.text(), reader.words());
            steps.addAll(does);
            recipe += does.isEmpty() ? 0 : 1;
            chain = Math.max(chain, new HashSet<>(does).size());
            listed += piece.listed() && !does.isEmpty() ? 1 : 0;
        }
    }

    private void state(String text, Known known) {
        asserted.append(text).append('\n');
        sentences.add(text);
        stated.addAll(Values.of(quotes(text, known)));
    }

    /** Returns a text without citations. */
    static String withoutCitations(String text) {
        return text.indexOf('[') < 0 ? text : CITATION.matcher(text).replaceAll("");
    }

    /** Blanks out citations, and code that the student has: their numbers say nothing. */
    private static String quotes(String text, Known known) {
        String bare = text.indexOf('[') < 0 ? text : blank(CITATION, text, span -> true);
        return bare.indexOf('`') < 0
                ? bare
                : blank(INLINE, bare, span -> span.length() >= SHORTEST_QUOTE && known.hasLine(span));
    }

    private static String blank(Pattern spans, String text, Predicate<String> told) {
        return spans.matcher(text)
                .replaceAll(found -> told.test(found.group(1))
                        ? " ".repeat(found.group().length())
                        : Matcher.quoteReplacement(found.group()));
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Returns how it speaks to the student. */
    Form form() {
        return new Form(pieces, reader);
    }

    /** A program in one line has as many statements as one in many. */
    private void addCode(String line) {
        if (line.length() > LONGEST_LINE && line.indexOf('\n') < 0) {
            for (String part : STATEMENTS.split(line, -1)) {
                if (part.chars().anyMatch(Character::isLetter)) {
                    addLine(part);
                }
            }
        } else {
            addLine(line);
        }
    }

    private void addLine(String line) {
        code.add(line);
        boolean executable = Procedure.isExecutable(line);
        program += executable ? 1 : 0;
        pseudocode += executable ? 0 : 1;
        steps.addAll(Procedure.steps(line, reader.words()));
    }

    /** To call what the assignment asks for with other data is to try it; what begins with a dash is no code. */
    private static boolean isTrial(String span, Known known) {
        Matcher call = TRIAL.matcher(span);
        return span.startsWith("-") || (call.matches() && known.has(" " + Folded.fold(call.group(1)) + " "));
    }

    /** A name or a piece of data between backticks is no statement. */
    private static boolean isStatement(String span) {
        boolean letters = span.chars().anyMatch(Character::isLetter);
        boolean does = span.contains("=")
                || span.contains("return")
                || span.contains("<")
                || span.contains(">")
                || span.contains("++")
                || span.endsWith(";")
                || span.endsWith(":")
                || span.contains("SELECT ")
                || span.contains(" += ")
                || (span.contains("(") && span.length() > 12);
        boolean longer = span.length() >= SHORTEST || span.contains("return ") || span.endsWith(";");
        return CALL.matcher(span).matches() || (letters && does && longer && !PieceCutter.isFormula(span));
    }

    List<String> code() {
        return code;
    }

    String asserted() {
        return asserted.toString();
    }

    /** Returns the words of what it asserts. */
    Prose prose() {
        return prose.get();
    }

    /** Returns the runs of symbols of its code. */
    Set<String> codeRuns() {
        return codeRuns.get();
    }

    List<Value> stated() {
        return stated;
    }

    Set<String> questioned() {
        return questioned;
    }

    List<String> steps() {
        return steps;
    }

    int tells() {
        return tells;
    }

    /** Returns how many cells of tables are filled; none where a good part is left open. */
    int cells() {
        return blanks * 6 > cells ? 0 : cells;
    }

    /** Returns how many of the lines of code are a program's. */
    int program() {
        return program;
    }

    /** Returns how many of the lines of code are no program's. */
    int pseudocode() {
        return pseudocode;
    }

    int recipe() {
        return recipe;
    }

    /** Returns how many different steps the sentence tells that tells most of them. */
    int chain() {
        return chain;
    }

    int listed() {
        return listed;
    }
}
