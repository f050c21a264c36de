package io.github.activeia.agents.leak;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into pieces, and remembers how it cut each line, for the same text when it has grown. Used by one thread at a time. */
final class PieceCutter {
    private static final String SENTENCE = "(?:(?<=[.!?…:;])[\"'»”)*_]*\\s+|(?<=\\S)\\s+(?=[*_\"«(]*¿))";

    /** The end of a sentence or the beginning of a question. */
    private static final Pattern END = Pattern.compile(SENTENCE);

    /** The same, but not within backticks. */
    private static final Pattern END_OUTSIDE_CODE = Pattern.compile(SENTENCE + "(?=[^`]*(?:`[^`]*`[^`]*)*$)");

    private static final Pattern ITEM = Pattern.compile(
            "^\\s*(?:[-*+•>]|\\**\\(?(?:\\d{1,2}|[a-h])[.)\\]]\\**|\\**(?:paso|step)\\s+\\d+\\W*)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\s*(?:\\**\\(?(?:\\d{1,2}|[a-h])[.)\\]]|\\**(?:paso|step)\\s+\\d+).*", Pattern.CASE_INSENSITIVE);

    /** An item that ends in a semicolon looks like a statement and is none. */
    private static final Pattern ITEM_OF_WORDS = Pattern.compile(
            "(?U)^\\s*(?:[-*+•]|\\d{1,2}[.)])\\s+(?:\\[.]\\s+)?(?:[^={}]*|\\w{1,2} = -?\\d+(?:[;.,]?| [^={}]*| (?:y|and|o|or) \\w{1,2} = -?\\d+[^={}]*))$");

    private static final Pattern LATEX = Pattern.compile("\\$[^$]{1,200}\\$");
    private static final Pattern SPANS = Pattern.compile("`[^`]*`|\\|\\|");
    private static final Pattern CELLS = Pattern.compile("\\|");
    private static final Pattern EDGES = Pattern.compile("^\\s*\\||\\|\\s*$");
    private static final Pattern RULE = Pattern.compile("^[\\s|:\\-+=]*$");

    private final Map<String, List<Piece>> lines = new HashMap<>();
    private String words = "";
    private List<String> sentences = List.of();
    private int lastSentence;

    List<Piece> cut(String text) {
        List<Piece> pieces = new ArrayList<>();
        CodeSpans spans = CodeSpans.of(text);
        boolean fenced = false;
        int start = 0;
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            boolean fence = bare.startsWith("```") || bare.startsWith("~~~");
            if (fence) {
                fenced = !(bare.length() > 3 && bare.endsWith("```")) && !fenced;
            } else if (!bare.isEmpty()) {
                if (fenced || isCode(line, bare, spans, start)) {
                    pieces.add(new Piece(bare, true, fenced, false, false, false));
                } else {
                    pieces.addAll(lines.computeIfAbsent(bare, this::cutLine));
                }
            }
            start += line.length() + 1;
        }
        return pieces;
    }

    private static boolean isCode(String line, String bare, CodeSpans spans, int start) {
        return spans.covers(start + line.indexOf(bare.charAt(0)))
                && !bare.startsWith("`")
                && spans.covers(start + line.length() - 1)
                && !ITEM_OF_WORDS.matcher(bare).matches()
                && !isFormula(bare)
                && !isSpoken(bare);
    }

    /** Words around formulas between dollars. */
    private static boolean isSpoken(String line) {
        String rest = line.indexOf('$') < 0 ? line : LATEX.matcher(line).replaceAll(" ");
        return rest.length() < line.length()
                && rest.indexOf('=') < 0
                && Folded.words(rest).stream().filter(word -> word.length() > 1).count() >= 2;
    }

    /** Signs that books write formulas with, and no programming language has. */
    static boolean isFormula(String line) {
        return line.chars().anyMatch(c -> "·×−²³½√≈".indexOf(c) >= 0) && line.indexOf(';') < 0 && line.indexOf('{') < 0;
    }

    /** Two bars side by side, and bars in code, part no cells. */
    private static boolean isRow(String line) {
        if (line.indexOf('|') <= 0) {
            return line.startsWith("|");
        }
        return SPANS.matcher(line).replaceAll("").chars().filter(c -> c == '|').count() >= 2;
    }

    private List<Piece> cutLine(String line) {
        List<Piece> pieces = new ArrayList<>();
        if (isRow(line)) {
            if (!RULE.matcher(line).matches() || line.indexOf('-') < 0) {
                for (String cell : CELLS.split(EDGES.matcher(line).replaceAll(""), -1)) {
                    pieces.add(new Piece(cell.strip(), false, false, cell.contains("?"), true, true));
                }
            }
        } else {
            boolean listed = NUMBERED.matcher(line).matches();
            for (String sentence : sentences(ITEM.matcher(line).replaceFirst(""))) {
                if (!sentence.isBlank()) {
                    boolean asks = sentence.indexOf('?') >= 0;
                    pieces.add(new Piece(sentence.strip(), false, false, asks, listed, false));
                }
            }
        }
        return pieces;
    }

    /** Where a line is the one before and more, only its last sentence is cut again: backticks apart, nothing looks further back. */
    private List<String> sentences(String line) {
        if (line.indexOf('`') >= 0) {
            return List.of(END_OUTSIDE_CODE.split(line, -1));
        }
        boolean grown = !words.isEmpty() && line.startsWith(words);
        List<String> found = new ArrayList<>(grown ? sentences.subList(0, sentences.size() - 1) : List.of());
        int start = grown ? lastSentence : 0;
        Matcher end = END.matcher(line).useTransparentBounds(true);
        for (int at = start; at < line.length(); at++) {
            if (mayEnd(line, at) && end.region(at, line.length()).lookingAt()) {
                found.add(line.substring(start, at));
                start = end.end();
                at = start - 1;
            }
        }
        found.add(line.substring(start));
        words = line;
        sentences = found;
        lastSentence = start;
        return found;
    }

    /** Returns whether a place is behind a sign, or before blanks and what may open a question: nowhere else does a sentence end. */
    private static boolean mayEnd(String line, int at) {
        if (at == 0 || ".!?…:;".indexOf(line.charAt(at - 1)) >= 0) {
            return at > 0;
        }
        int next = at;
        while (next < line.length() && isBlank(line, next)) {
            next++;
        }
        return next > at && next < line.length() && "*_\"«(¿".indexOf(line.charAt(next)) >= 0;
    }

    private static boolean isBlank(String line, int at) {
        char c = line.charAt(at);
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
