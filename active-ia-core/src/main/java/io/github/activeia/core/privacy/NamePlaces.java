package io.github.activeia.core.privacy;

/** Names whose place tells: before "here" or "por acá", in a clause of their own, or at the end of a text. */
final class NamePlaces implements NameCue {
    private final NameWords words;

    NamePlaces(NameWords words) {
        this.words = words;
    }

    @Override
    public void read(NameScan scan, int at) {
        Source source = scan.source();
        if (source.is(words.closing, at)) {
            addClosed(scan, at);
        }
        int here = source.phraseEnd(words.here, at);
        if (here < 0) {
            return;
        }
        if (at > 0) {
            addBefore(scan, at);
        }
        if (here < source.size() && source.token(here).is(',')) {
            addClause(scan, here + 1);
        }
    }

    /** "Siobhan O'Rourke here", "brian por acá": the name stands before, at the start of its clause. */
    private static void addBefore(NameScan scan, int here) {
        Source source = scan.source();
        int stop = source.token(here - 1).is(',') ? here - 1 : here;
        for (int from = Math.max(0, stop - NameScan.REACH); from < stop; from++) {
            boolean opens = source.isLineStart(from) || source.token(from - 1).isOneOf(",.!?;(-–¡");
            boolean sure = scan.isSure(from, stop) || isGreeted(source, from, stop, here);
            if (opens && sure && scan.end(from, scan.isFirstName(from)) == stop) {
                scan.add(from, stop);
                return;
            }
        }
    }

    /** "Hey, Amara here!": one word with a capital between a greeting's comma and the end of the clause. */
    private static boolean isGreeted(Source source, int from, int stop, int here) {
        return stop - from == 1
                && from > 0
                && source.token(from - 1).is(',')
                && here + 1 < source.size()
                && source.token(here + 1).isOneOf("!,.-–");
    }

    /** "Erasmus student here, Lotte van der Heijden.": a clause that is nothing but a full name. */
    private static void addClause(NameScan scan, int from) {
        int end = scan.end(from);
        if (end - from >= 2 && NameRun.endsClause(scan.source(), end - 1) && scan.isSure(from, end)) {
            scan.add(from, end);
        }
    }

    /** The end of a text that is nothing but a name, behind a closing word or on a line of its own. */
    void addSignature(NameScan scan) {
        Source source = scan.source();
        int last = source.size();
        while (last > 0 && source.token(last - 1).isOneOf(".!)*_-")) {
            last--;
        }
        for (int from = Math.max(1, last - NameScan.REACH); from < last; from++) {
            if (isSignature(scan, from, last)) {
                scan.add(from, last);
                return;
            }
        }
    }

    private boolean isSignature(NameScan scan, int from, int last) {
        Source source = scan.source();
        Token before = source.token(from - 1);
        boolean opens = source.isLineStart(from) || before.isOneOf(",.!-–—~;");
        boolean polite = isClosing(source, before.isWord() ? from - 1 : from - 2);
        if ((!opens && !polite) || source.isQuoted(source.token(from).start())) {
            return false;
        }
        boolean known = scan.isFirstName(from);
        boolean dashed = before.isOneOf("-–—~.?!") || source.isLineStart(from);
        int end = scan.end(from, known && (polite || (dashed && scan.fullEnd(from) == last)));
        return end == last && (polite || (dashed && scan.isKnown(from, end)));
    }

    /** A line that starts with a full name and holds nothing else, or a sign behind it: a signature with more below. */
    void addLines(NameScan scan) {
        Source source = scan.source();
        for (int i = 0; i < source.size() && !source.mentions(words.fiction); i++) {
            if (!source.isLineStart(i)) {
                continue;
            }
            int from = scan.skipSigns(i, "-–—*");
            int end = scan.end(from);
            boolean coded = end - from >= 2 && end < source.size() && BesideRecogniser.isCoded(source, end);
            boolean alone = end - from >= 2
                    && i > 0
                    && (source.isLineEnd(end - 1) || source.token(end).isOneOf("/|("));
            boolean closed = i > 1 && isClosing(source, source.token(i - 1).isWord() ? i - 1 : i - 2);
            if ((alone || coded) && (closed || scan.isKnown(from, end)) && !scan.isFamous(from, end)) {
                scan.add(from, end);
            }
        }
    }

    /** "Cheers, Priya (…": a known first name behind a closing word, with something still behind it. */
    private void addClosed(NameScan scan, int at) {
        int from = scan.skipSigns(at + 1, ",.!-–—:");
        int end = scan.end(from);
        if (scan.isKnown(from, end) && !scan.isFamous(from, end) && NameRun.endsClause(scan.source(), end - 1)) {
            scan.add(from, end);
        }
    }

    private boolean isClosing(Source source, int at) {
        for (int i = at; i >= Math.max(0, at - 2) && source.token(i).isWord(); i--) {
            if (source.is(words.closing, i)) {
                return true;
            }
        }
        return false;
    }
}
