package io.github.activeia.core.privacy;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** The lines that quote the statement of an exercise: "Ejercicio 2: …", "Actividad: …". Nobody in them is real, unless the writer speaks of themselves there. */
final class Statements {
    private static final int LONGEST_HEAD = 4;
    /** Kinds that need no check digit, of which exercises are full. */
    private static final Set<PiiKind> MADE_UP =
            EnumSet.of(PiiKind.NAME, PiiKind.ADDRESS, PiiKind.DNI, PiiKind.PHONE, PiiKind.LEGAJO);

    private final WordList heads;
    private final WordList own;

    Statements(PiiWords words) {
        heads = words.list("statement_head");
        own = words.list("own_deed");
    }

    /** Returns the characters of such lines. */
    BitSet in(Source source) {
        BitSet marked = new BitSet();
        if (!source.mentions(heads)) {
            return marked;
        }
        for (int i = 0; i < source.size(); i++) {
            if (source.is(heads, i)
                    && (source.isLineStart(i) || source.token(i - 1).isOneOf(".!?"))) {
                int colon = colon(source, i);
                int end = colon < 0 ? -1 : lineEnd(source, colon);
                if (end > colon && colon >= 0) {
                    marked.set(
                            source.token(colon).start(), source.token(end - 1).end());
                }
            }
        }
        return marked;
    }

    private static int colon(Source source, int head) {
        for (int i = head + 1; i < Math.min(source.size(), head + LONGEST_HEAD); i++) {
            if (source.token(i).is(':')) {
                return i;
            }
            if (source.isLineStart(i) || source.token(i).isOneOf(",;?!(")) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns the index behind the line, or that of the colon if the writer is in it outside of quotation marks. */
    private int lineEnd(Source source, int colon) {
        int at = colon + 1;
        while (at < source.size() && !source.isLineStart(at)) {
            boolean quoted = source.isQuoted(source.token(at).start());
            if (!quoted && own.contains(source.token(at).folded())) {
                return colon;
            }
            at++;
        }
        return at;
    }

    static boolean covers(BitSet marked, Span span) {
        return MADE_UP.contains(span.kind()) && marked.get(span.start());
    }
}
