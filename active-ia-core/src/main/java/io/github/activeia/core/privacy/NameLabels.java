package io.github.activeia.core.privacy;

/** Names behind the label of a form: "Alumna: …", "Integrantes: …", "Name - …". */
final class NameLabels implements NameCue {
    private static final int LONGEST_SUFFIX = 4;
    private static final int RECORD = 16;
    private static final int SHORTEST_ID = 7;

    private final NameWords words;

    NameLabels(NameWords words) {
        this.words = words;
    }

    @Override
    public void read(NameScan scan, int at) {
        int after = scan.source().phraseEnd(words.label, at);
        if (after > at) {
            addLabelled(scan, after);
        }
    }

    private void addLabelled(NameScan scan, int from) {
        Source source = scan.source();
        int at = from;
        while (at < source.size()
                && at - from < LONGEST_SUFFIX
                && (source.token(at).isOneOf(")/")
                        || source.token(at).isNumber()
                        || isBracket(scan, at, from)
                        || isSuffix(source, at, from))) {
            at++;
        }
        if (isKey(source, at)) {
            addValue(scan, at + 3);
            return;
        }
        boolean line = at == from && at < source.size() && source.isLineStart(at) && scan.end(at) - at >= 2;
        boolean bracket = at < source.size() && source.token(at).is('(') && !scan.is(words.commonName, at + 1);
        if (at >= source.size() || (!line && !bracket && !source.token(at).isOneOf(":=-"))) {
            return;
        }
        int start = skipTitle(scan, line ? at : scan.skipSigns(at, ":=-\"*("));
        int end = scan.end(start);
        boolean lineEnd = end > start && NameRun.endsClause(source, end - 1);
        boolean code = end > start && (source.isLiteral(source.token(start).start()) || isAssigned(source, start));
        if (end > start && !code && (scan.isSure(start, end) || lineEnd)) {
            scan.addAll(start, turned(scan, start, end));
        }
    }

    /** {@code "nombre": "…"}: a label between quotation marks, a colon, and a mark that opens. */
    private static boolean isKey(Source source, int at) {
        return at + 3 < source.size()
                && source.token(at).isOneOf("\"'")
                && source.isGlued(at - 1, at)
                && source.token(at + 1).is(':')
                && source.token(at + 2).isOneOf("\"'");
    }

    /** The value of a key is a name only if it is a full one. */
    private static void addValue(NameScan scan, int from) {
        int end = scan.end(from);
        boolean closed = end < scan.source().size() && scan.source().token(end).isOneOf("\"'");
        boolean full = closed && end - from >= 2 && scan.isKnown(from, end) && !scan.isFamous(from, end);
        if (full && hasId(scan.source(), from)) {
            scan.add(from, end);
        }
    }

    /** A record of somebody has a long number beside the name; a sample has not. */
    private static boolean hasId(Source source, int at) {
        for (int i = Math.max(0, at - RECORD); i < Math.min(source.size(), at + RECORD); i++) {
            if (source.token(i).isNumber() && source.token(i).text().length() >= SHORTEST_ID) {
                return true;
            }
        }
        return false;
    }

    /** {@code nombre = "Juan"} is a line of code. */
    private static boolean isAssigned(Source source, int start) {
        return start > 1
                && source.token(start - 1).isOneOf("\"'")
                && source.token(start - 2).is('=');
    }

    /** The bracket of "(s)", not the one that holds a group's names. */
    private static boolean isBracket(NameScan scan, int at, int from) {
        return scan.source().token(at).is('(') && (at == from || !scan.isFirstName(at + 1));
    }

    /** The "(s)" or "o/a" of a form. */
    private static boolean isSuffix(Source source, int at, int from) {
        return at > from
                && source.token(at).isWord()
                && source.token(at).text().length() <= 2
                && source.token(at - 1).isOneOf("(/");
    }

    /** "Okonkwo, Adaeze": a form's surname comes first. */
    static int turned(NameScan scan, int start, int end) {
        Source source = scan.source();
        if (end + 1 >= source.size() || !source.token(end).is(',') || source.isLineEnd(end)) {
            return end;
        }
        int last = scan.end(end + 1);
        boolean surnameFirst = !scan.isFirstName(start);
        boolean whole = last > end + 1 && (source.isLineEnd(last - 1) || scan.isFirstName(end + 1));
        return surnameFirst && whole && end - start <= 2 ? last : end;
    }

    private int skipTitle(NameScan scan, int from) {
        int title = scan.source().phraseEnd(words.title, from);
        return title > from ? scan.skipSigns(title, ".ªº") : from;
    }
}
