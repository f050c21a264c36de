package io.github.activeia.core.privacy;

/** Known first names that the writer has dealings with: "lo hice con …", "avisale a …", "… me dijo", "el código de …", "Hola …,". */
final class NameDealings implements NameCue {
    private static final int ERRAND_REACH = 3;

    private final NameWords words;
    private final WordList to;

    NameDealings(NameWords words, WordList to) {
        this.words = words;
        this.to = to;
    }

    @Override
    public void read(NameScan scan, int at) {
        Source source = scan.source();
        if (source.is(words.company, at)) {
            addCompany(scan, at);
        }
        if (source.token(at).isCapital() && scan.isFirstName(at)) {
            addTeller(scan, at);
            addFiled(scan, at);
        }
        int after = source.phraseEnd(words.called, at);
        if (after > at && !source.mentions(words.fiction)) {
            scan.addKnown(after);
        }
        after = source.phraseEnd(words.belonging, at);
        after = after > at ? after : source.phraseEnd(words.greeting, at);
        if (after > at) {
            scan.addKnown(scan.skipSigns(after, ",!:"));
        }
        if (source.mentions(to) && isErrand(source.token(at).folded())) {
            addAddressee(scan, at);
        }
    }

    /** "lo hice con Bautista": a verb of common work, "with", and a known first name. */
    private void addCompany(NameScan scan, int at) {
        Source source = scan.source();
        for (int i = at + 1; i < source.size() && i - at <= NameScan.REACH; i++) {
            if (!source.token(i).isWord()) {
                return;
            }
            if (source.is(words.together, i)) {
                int before = scan.found().size();
                scan.addKnown(i + 1);
                if (scan.found().size() > before) {
                    return;
                }
            }
        }
    }

    /** "Martina me dijo", "Priya told me", "Lucas y yo": a known first name that has to do with the writer. */
    private void addTeller(NameScan scan, int at) {
        int end = scan.end(at);
        if (end > at && scan.source().phraseEnd(words.teller, end) > end && !scan.isFamous(at, end)) {
            scan.add(at, end);
        }
    }

    /** A full name in a text about lists, groups and hand-ins is one of the course's people. */
    private void addFiled(NameScan scan, int at) {
        Source source = scan.source();
        if (!source.mentions(words.filing) || source.mentions(words.fiction)) {
            return;
        }
        int end = scan.end(at);
        boolean behindName = at > 0 && scan.isProper(at - 1) && source.isSpaced(at - 1, at);
        if (end - at >= 2 && !behindName && !scan.isFamous(at, end)) {
            scan.add(at, end);
        }
    }

    private boolean isErrand(String folded) {
        for (String stem : words.errand) {
            if (folded.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    /** "avisale a Ezequiel": a verb of speaking, "to", and a known first name. */
    private void addAddressee(NameScan scan, int at) {
        Source source = scan.source();
        for (int i = at + 1;
                i + 1 < source.size()
                        && i - at <= ERRAND_REACH
                        && source.token(i).isWord();
                i++) {
            if (source.is(to, i)) {
                scan.addKnown(i + 1);
                return;
            }
        }
    }
}
