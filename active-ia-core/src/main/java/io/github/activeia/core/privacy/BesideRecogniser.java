package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what only its company tells: a name right beside an id, and a code of a student beside a name. */
final class BesideRecogniser {
    private static final int REACH = 7;
    private static final Set<PiiKind> IDS = Set.of(
            PiiKind.DNI,
            PiiKind.CUIL,
            PiiKind.NIF,
            PiiKind.RUT,
            PiiKind.CURP,
            PiiKind.CPF,
            PiiKind.LEGAJO,
            PiiKind.EMAIL,
            PiiKind.PHONE,
            PiiKind.CBU,
            PiiKind.IBAN);

    private final NameRun run;
    private final WordList labels;

    BesideRecogniser(PiiWords words, NameRun run) {
        this.run = run;
        this.labels = words.list("beside");
    }

    List<Span> find(Source source, List<Span> known) {
        List<Span> found = new ArrayList<>();
        for (Span id : known) {
            if (IDS.contains(id.kind())) {
                addBefore(source, id, found);
                addAfter(source, id, found);
            }
        }
        return found;
    }

    /** "Yésica Romano, CUIL 27-…": signs and words that name the id may stand between. */
    private void addBefore(Source source, Span id, List<Span> found) {
        int at = source.indexAt(id.start()) - 1;
        boolean sign = false;
        int steps = 0;
        while (at >= 0
                && steps < REACH
                && (isLabel(source, at) || source.token(at).isOneOf(",-–—|/:(<;#.°º"))) {
            sign |= source.token(at).isOneOf(",-–—|/(<;:") || source.isLineEnd(at);
            at--;
            steps++;
        }
        if (at < 0
                || (!sign && steps == 0 && !source.isLineEnd(at))
                || !source.token(at).isWord()) {
            return;
        }
        int stop = at + 1;
        for (int from = Math.max(0, stop - 5); from < stop; from++) {
            if (opens(source, from) && run.end(source, from, false) == stop && run.isSure(source, from, stop)) {
                found.add(run.span(source, from, stop));
                return;
            }
        }
    }

    private boolean isLabel(Source source, int at) {
        return source.is(labels, at);
    }

    private static boolean opens(Source source, int from) {
        return source.isLineStart(from)
                || source.token(from - 1).isOneOf(",.:;!?(-–—|/\"“«¡¿>")
                || !source.token(from - 1).isCapital();
    }

    private void addAfter(Source source, Span id, List<Span> found) {
        int at = source.indexAt(id.end());
        int from = at;
        while (at < source.size() && at - from < 2 && source.token(at).isOneOf(",-–—|/)>;(:")) {
            at++;
        }
        if (at == from || at >= source.size()) {
            return;
        }
        int end = run.end(source, at, false);
        boolean closes = end > at && NameRun.endsClause(source, end - 1);
        if (closes && end - at >= 2 && run.isKnown(source, at, end)) {
            found.add(run.span(source, at, end));
        }
    }
}
