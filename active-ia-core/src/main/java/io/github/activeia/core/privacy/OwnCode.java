package io.github.activeia.core.privacy;

import java.util.EnumSet;
import java.util.Set;

/** Tells data of a person within code from sample data: what a comment signs, a key names or the writer calls theirs. Immutable. */
final class OwnCode {
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_KEY = 24;
    private static final String COMMENT = "/#*-%;";

    private static final Set<PiiKind> CHECKED = EnumSet.of(PiiKind.CUIL, PiiKind.CPF, PiiKind.CARD);
    private static final Set<PiiKind> SIGNED =
            EnumSet.of(PiiKind.NAME, PiiKind.LEGAJO, PiiKind.DNI, PiiKind.EMAIL, PiiKind.CUIL, PiiKind.PHONE);

    private final WordList label;
    private final WordList own;
    private final WordList mine;
    private final WordList card;

    OwnCode(PiiWords words) {
        label = words.list("name_label");
        own = words.list("own");
        mine = words.list("claim");
        card = words.list("card");
    }

    /** Returns whether a finding within code that nothing marks as such is the writer's. */
    boolean isClaimed(Source source, Span span) {
        return isKeyed(source.text(), span.start())
                || (CHECKED.contains(span.kind()) && isNamed(source, span))
                || has(source, span, own)
                || (CHECKED.contains(span.kind()) && isMine(source));
    }

    /** Returns whether a finding stands in a comment that says who wrote the code, such as {@code // Autora: …}. */
    boolean isSigned(Source source, Span span) {
        String text = source.text();
        int line = lineStart(text, span.start());
        while (line < span.start() && text.charAt(line) == ' ') {
            line++;
        }
        boolean comment = COMMENT.indexOf(text.charAt(line)) >= 0;
        return SIGNED.contains(span.kind()) && comment && has(source, span, label);
    }

    /** {@code "dni": 40123456}: a key between quotation marks and a colon stand before the value. */
    private static boolean isKeyed(String text, int start) {
        int at = start - 1;
        at -= at > 0 && isQuote(text.charAt(at)) ? 1 : 0;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        if (at < 2 || text.charAt(at) != ':' || !isQuote(text.charAt(at - 1))) {
            return false;
        }
        int open = text.lastIndexOf(text.charAt(at - 1), at - 2);
        return open >= 0 && at - open <= LONGEST_KEY;
    }

    /** {@code tarjeta = "4509…"}: what a variable of that name holds, with valid check digits. */
    private boolean isNamed(Source source, Span span) {
        int at = source.indexAt(span.start()) - 1;
        while (at > 0 && source.token(at).isOneOf("\"'")) {
            at--;
        }
        return at > 0 && source.token(at).is('=') && source.is(card, at - 1);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private boolean isMine(Source source) {
        for (Token token : source.tokens()) {
            if (mine.contains(token.folded())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a word of a list stands in the line of a finding. */
    private static boolean has(Source source, Span span, WordList list) {
        int line = lineStart(source.text(), span.start());
        for (int i = source.indexAt(line); i < source.size(); i++) {
            if (i > source.indexAt(line) && source.isLineStart(i)) {
                return false;
            }
            if (source.is(list, i)) {
                return true;
            }
        }
        return false;
    }

    private static int lineStart(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        return Math.max(start, at - LONGEST_LINE);
    }
}
