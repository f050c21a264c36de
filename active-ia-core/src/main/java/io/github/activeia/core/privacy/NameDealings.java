package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;

/** Known first names that the writer has dealings with: "lo hice con …", "avisale a …", "… me dijo", "el código de …", "Hola …,". */
final class NameDealings implements NameCue {
    private static final int ERRAND_REACH = 3;

    private final NameWords words;

    /** The beginnings of verbs of speaking; each word of a text is compared with all of them. */
    private final String[] errands;

    NameDealings(NameWords words) {
        this.words = words;
        List<String> stems = new ArrayList<>();
        words.errand.forEach(stems::add);
        this.errands = stems.toArray(new String[0]);
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
        } else if (scan.isSmallName(at)) {
            addTeller(scan, at);
        }
        int after = source.phraseEnd(words.called, at);
        if (after > at && !source.mentions(words.fiction)) {
            scan.addKnown(after);
        }
        after = source.phraseEnd(words.belonging, at);
        after = after > at && isQuotedSource(scan, at, after) ? -1 : after;
        after = after > at ? after : source.phraseEnd(words.greeting, at);
        if (after > at) {
            int name = scan.skipSigns(after, ",!:");
            scan.addKnown(name);
            if (source.phraseEnd(words.belonging, at) == name && scan.isSmallName(name)) {
                addSmall(scan, name);
            }
        }
        if (source.mentions(words.to)
                && (source.is(words.pastErrand, at) || isErrand(source.token(at).folded()))) {
            addAddressee(scan, at);
        }
    }

    /** "según Ana Paz, ¿cómo la cito?": somebody whom a text is quoted from. */
    private boolean isQuotedSource(NameScan scan, int at, int after) {
        int end = scan.end(after);
        return words.cites.contains(scan.source().token(at).folded())
                && end - after >= 2
                && !words.sentence.isLife(scan.source(), after, end);
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
                addPair(scan, i + 1);
                scan.addKnown(i + 1);
                if (scan.isSmallName(i + 1)) {
                    addSmall(scan, i + 1);
                }
                if (scan.found().size() > before) {
                    return;
                }
            }
        }
    }

    /** "with Deepa and Liam": a name that no list has, joined to one that a list has. */
    private void addPair(NameScan scan, int from) {
        int end = scan.end(from);
        boolean unknown = end == from + 1 && !scan.isFirstName(from) && !scan.isFamous(from, end);
        if (unknown && scan.is(words.and, end) && end + 1 < scan.source().size()) {
            int last = scan.end(end + 1);
            if (scan.isKnown(end + 1, last) && !scan.isFamous(end + 1, last)) {
                scan.addAll(from, end);
            }
        }
    }

    /** "con joaco y marti": first names in small letters that are no common words. */
    private void addSmall(NameScan scan, int from) {
        if (scan.fullEnd(from) > from) {
            return;
        }
        scan.add(from, from + 1);
        if (scan.is(words.and, from + 1) && scan.isSmallName(from + 2)) {
            scan.add(from + 2, from + 3);
        }
    }

    /** "Martina me dijo", "Priya told me", "Lucas y yo": a known first name that has to do with the writer. */
    private void addTeller(NameScan scan, int at) {
        int full = scan.fullEnd(at);
        int end = full > at ? full : scan.source().token(at).isCapital() ? scan.end(at) : at + 1;
        int verb = scan.skipSigns(end, ",");
        if (end > at && scan.source().phraseEnd(words.teller, verb) > verb && !scan.isFamous(at, end)) {
            scan.add(at, end);
            scan.addBefore(at);
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
        boolean cell = at > 0 && source.token(at - 1).is('|');
        if (end - at >= 2
                && !behindName
                && !cell
                && !scan.isFamous(at, end)
                && !words.sentence.isStudy(source, at, end)) {
            scan.add(at, end);
        }
    }

    private boolean isErrand(String folded) {
        for (String stem : errands) {
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
            if (source.is(words.to, i)) {
                scan.addKnown(i + 1);
                return;
            }
        }
    }
}
