package io.github.activeia.agents.leak;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a text that is judged by itself: a sentence, a line of code, a cell of a table.
 *
 * @param text the words
 * @param code whether it is code
 * @param fenced whether it stands in a fence
 * @param asks whether it is a question
 * @param listed whether it is an item of a numbered list or a row of a table
 * @param cell whether it is a cell of a table
 */
record Piece(String text, boolean code, boolean fenced, boolean asks, boolean listed, boolean cell) {
    /** The end of a sentence or the beginning of a question, but not within backticks. */
    private static final Pattern END = Pattern.compile(
            "(?:(?<=[.!?…:;])[\"'»”)*_]*\\s+|(?<=\\S)\\s+(?=[*_\"«(]*¿))" + "(?=[^`]*(?:`[^`]*`[^`]*)*$)");

    private static final Pattern ITEM = Pattern.compile(
            "^\\s*(?:[-*+•>]|\\**\\(?(?:\\d{1,2}|[a-h])[.)\\]]\\**|\\**(?:paso|step)\\s+\\d+\\W*)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\s*(?:\\**\\(?(?:\\d{1,2}|[a-h])[.)\\]]|\\**(?:paso|step)\\s+\\d+).*", Pattern.CASE_INSENSITIVE);

    /** An item that ends in a semicolon looks like a statement and is none. */
    private static final Pattern ITEM_OF_WORDS = Pattern.compile(
            "(?U)^\\s*(?:[-*+•]|\\d{1,2}[.)])\\s+(?:\\[.]\\s+)?(?:[^={}]*|\\w{1,2} = -?\\d+(?:[;.,]?| [^={}]*| (?:y|and|o|or) \\w{1,2} = -?\\d+[^={}]*))$");

    private static final Pattern SPANS = Pattern.compile("`[^`]*`|\\|\\|");
    private static final Pattern CELLS = Pattern.compile("\\|");
    private static final Pattern EDGES = Pattern.compile("^\\s*\\||\\|\\s*$");
    private static final Pattern RULE = Pattern.compile("^[\\s|:\\-+=]*$");

    /** Cuts a text. Fences and rules of tables are left out. */
    static List<Piece> of(String text) {
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
                boolean code = fenced
                        || (!ITEM_OF_WORDS.matcher(bare).matches()
                                && spans.covers(start + line.indexOf(bare.charAt(0)))
                                && !bare.startsWith("`")
                                && spans.covers(start + line.length() - 1));
                add(bare, code, fenced, pieces);
            }
            start += line.length() + 1;
        }
        return pieces;
    }

    /** Two bars side by side, and bars in code, part no cells. */
    private static boolean isRow(String line) {
        return line.startsWith("|")
                || SPANS.matcher(line)
                                .replaceAll("")
                                .chars()
                                .filter(c -> c == '|')
                                .count()
                        >= 2;
    }

    private static void add(String line, boolean code, boolean fenced, List<Piece> pieces) {
        if (code) {
            pieces.add(new Piece(line, true, fenced, false, false, false));
        } else if (isRow(line)) {
            if (!RULE.matcher(line).matches() || line.indexOf('-') < 0) {
                for (String cell : CELLS.split(EDGES.matcher(line).replaceAll(""), -1)) {
                    pieces.add(new Piece(cell.strip(), false, false, cell.contains("?"), true, true));
                }
            }
        } else {
            boolean listed = NUMBERED.matcher(line).matches();
            String words = ITEM.matcher(line).replaceFirst("");
            for (String sentence : END.split(words, -1)) {
                if (!sentence.isBlank()) {
                    boolean asks = sentence.indexOf('?') >= 0;
                    pieces.add(new Piece(sentence.strip(), false, false, asks, listed, false));
                }
            }
        }
    }
}
