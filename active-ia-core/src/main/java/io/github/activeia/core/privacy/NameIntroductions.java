package io.github.activeia.core.privacy;

/** Names that an introduction announces: "me llamo …", "soy …", "I'm …". */
final class NameIntroductions implements NameCue {
    private static final int MOST_FILLERS = 3;

    private final NameWords words;
    private final WordList articles;

    NameIntroductions(NameWords words, WordList articles) {
        this.words = words;
        this.articles = articles;
    }

    @Override
    public void read(NameScan scan, int at) {
        Source source = scan.source();
        if (!source.starts(words.introduction.bit() | words.weakIntroduction.bit(), at)) {
            return;
        }
        int after = source.phraseEnd(words.introduction, at);
        if (after > at) {
            addIntroduced(scan, after);
            return;
        }
        after = source.phraseEnd(words.weakIntroduction, at);
        if (after > at && after < source.size()) {
            boolean comma = source.token(after).is(',') && scan.end(after + 1) - after > 2;
            after = comma ? after + 1 : after;
            boolean article = source.is(articles, after) && scan.isFirstName(after + 1);
            addWeak(scan, article ? after + 1 : after);
        }
    }

    private void addIntroduced(NameScan scan, int from) {
        int at = scan.skipSigns(from, ":,");
        at = scan.is(articles, at)
                        && at + 1 < scan.source().size()
                        && scan.source().token(at + 1).isCapital()
                ? at + 1
                : at;
        int end = scan.end(at, true);
        boolean fiction = scan.source().mentions(words.fiction) && !scan.isKnown(at, end);
        if (!fiction && end > at) {
            scan.addAll(at, end);
        }
    }

    private void addWeak(NameScan scan, int from) {
        Source source = scan.source();
        Token first = source.token(from);
        boolean known = scan.isFirstName(from);
        int end = scan.end(from, known);
        boolean spanish = source.is(words.spanish, from - 1);
        boolean alone =
                end == from + 1 && first.isCapital() && first.text().length() > 1 && !isTrade(first.folded(), spanish);
        boolean clause = end > from && (spanish || NameRun.endsClause(source, end - 1));
        boolean shouted = first.isShouted() && !known;
        if (!shouted && (scan.isSure(from, end) || (alone && clause))) {
            int last = NameLabels.turned(scan, from, end);
            scan.addAll(from, last);
            addFuller(scan, last);
        }
    }

    /** "soy Beto, bueno, Heriberto Camarillo": the name once more and in full. */
    private void addFuller(NameScan scan, int comma) {
        Source source = scan.source();
        if (comma >= source.size() || !source.token(comma).isOneOf(",(")) {
            return;
        }
        int at = comma + 1;
        while (at < source.size()
                && at - comma <= MOST_FILLERS
                && words.filler.contains(source.token(at).folded())) {
            at++;
        }
        at = at < source.size() && at > comma + 1 && source.token(at).is(',') ? at + 1 : at;
        if (at > comma + 1 && at < source.size() && scan.fullEnd(at) > at) {
            scan.add(at, scan.fullEnd(at));
        }
    }

    private boolean isTrade(String folded, boolean spanish) {
        for (String ending : spanish ? words.trade : words.englishTrade) {
            if (folded.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
