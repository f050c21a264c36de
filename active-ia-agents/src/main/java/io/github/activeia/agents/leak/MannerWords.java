package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads a sentence by how its words stand to the solution: a word that only the solution has, one that the student has already, another;
 * a value that is a result, a given, or new. What it is about drops out, and how it speaks stays.
 */
final class MannerWords {
    /** Signs that say how a sentence speaks. */
    private static final String SIGNS = "?!:;,=+*/<>()[]`\"«»|%$…-";

    /** In the place of a word that only the solution has. */
    static final String SECRET = "~s";

    /** In the place of a word that the student has. */
    static final String KNOWN = "~k";

    /** In the place of a word that the student's message has. */
    static final String ASKED = "~q";

    /** In the place of any other word. */
    static final String OTHER = "~x";

    /** What only the solution has. */
    static final Set<String> REVEALING = Set.of(SECRET, "#result", "#last", "#secret");

    private final Known known;
    private final Collection<Secret> secrets;
    private final Set<String> common;

    /**
     * Creates one.
     *
     * @param common the words whose role nobody asks for
     */
    MannerWords(Known known, Collection<Secret> secrets, Set<String> common) {
        this.known = known;
        this.secrets = secrets;
        this.common = common;
    }

    /**
     * One word, value or sign.
     *
     * @param word as it is written, folded; for values, marks and common words the same as {@code role}
     * @param role what stands in its place where the word itself says nothing
     */
    record Token(String word, String role) {
        static Token mark(String mark) {
            return new Token(mark, mark);
        }
    }

    /** Returns what a piece consists of, behind a mark of what it is; nothing of what cites the course and says nothing that only the solution has. */
    List<Token> read(Piece piece, PieceReader reader) {
        List<Token> tokens = new ArrayList<>();
        boolean quoted = known.hasLine(piece.text());
        if (piece.code()) {
            tokens.add(Token.mark("<code>"));
            tokens.add(Token.mark(quoted ? "code-known" : "code-new"));
            return tokens;
        }
        tokens.add(Token.mark(piece.cell() ? "<cell>" : piece.listed() ? "<item>" : "<sentence>"));
        if (quoted) {
            tokens.add(Token.mark("known-line"));
        }
        String bare = Reading.withoutCitations(piece.text());
        words(reader.passage(bare), tokens);
        boolean cites = bare.length() < piece.text().length();
        if (cites && tokens.stream().map(Token::role).noneMatch(REVEALING::contains)) {
            return List.of();
        }
        return tokens;
    }

    private void words(Sentences sentence, List<Token> tokens) {
        String text = sentence.folded();
        List<Value> values = new ArrayList<>(sentence.values());
        values.sort(Comparator.comparingInt(Value::start).thenComparing(Value::end, Comparator.reverseOrder()));
        int value = 0;
        int at = 0;
        while (at < text.length()) {
            while (value < values.size() && values.get(value).start() < at) {
                value++;
            }
            char c = text.charAt(at);
            if (value < values.size()
                    && values.get(value).start() == at
                    && values.get(value).end() > at) {
                tokens.add(Token.mark(role(values.get(value))));
                at = values.get(value).end();
            } else if (Character.isLetter(c) || c == '_') {
                int end = at + 1;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                String word = text.substring(at, end);
                tokens.add(new Token(word, common.contains(word) ? word : role(word)));
                at = end;
            } else {
                if (SIGNS.indexOf(c) >= 0) {
                    tokens.add(Token.mark(String.valueOf(c)));
                }
                at++;
            }
        }
    }

    private String role(String word) {
        String stem = Folded.stem(word);
        for (Secret secret : secrets) {
            if (secret.stems().contains(stem)) {
                return SECRET;
            }
        }
        return known.hasAsked(stem) ? ASKED : known.hasStem(stem) ? KNOWN : OTHER;
    }

    private String role(Value value) {
        String key = value.key();
        if (known.own().contains(key)) {
            return "#own";
        }
        boolean last = false;
        boolean within = false;
        for (Secret secret : secrets) {
            if (secret.finals().contains(key)) {
                return "#result";
            }
            last |= secret.last().contains(key);
            within |= secret.values().contains(key);
        }
        if (last || within) {
            return last ? "#last" : "#secret";
        }
        return known.told(key) ? "#given" : known.asked().contains(key) ? "#asked" : "#new";
    }
}
