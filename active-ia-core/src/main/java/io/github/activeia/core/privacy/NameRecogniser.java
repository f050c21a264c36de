package io.github.activeia.core.privacy;

import java.util.Collection;
import java.util.List;

/**
 * Finds names: those of a roster, and those that something announces: an introduction ("me llamo …", "… here"), a label ("Alumna: …"), a
 * relation ("mi compañera …", "Professor …"), company ("lo hice con …"), an errand ("avisale a …") or a signature. A name without any of
 * them goes only if everything around it together is evidence enough; the people that a course speaks about stay.
 */
final class NameRecogniser implements Recogniser {
    private final NameRun run;
    private final NameWords words;
    private final Roster roster;
    private final NamePlaces places;
    private final NameCue labels;
    private final NameEvidence evidence;
    private final List<NameCue> cues;

    NameRecogniser(PiiWords lists, NameRun run, Collection<String> names) {
        this.run = run;
        this.roster = new Roster(names, lists);
        this.words = new NameWords(lists);
        this.places = new NamePlaces(words);
        this.labels = new NameLabels(words);
        this.evidence = new NameEvidence(lists);
        this.cues = List.of(
                new NameIntroductions(words, lists.list("name_article")),
                new NameRelations(words),
                new NameDealings(words),
                new NameConduct(words),
                places);
    }

    @Override
    public List<Span> find(Source source) {
        NameScan scan = announced(source);
        evidence.add(scan);
        addAgain(scan);
        return scan.found();
    }

    /** Finds the names that a roster has or that some wording announces. */
    NameScan announced(Source source) {
        NameScan scan = new NameScan(source, run, words);
        for (int i = 0; i < source.size(); i++) {
            int known = roster.end(source, i);
            if (known > i) {
                scan.add(i, known);
                i = known - 1;
            } else if (source.token(i).isWord()) {
                read(scan, i);
            }
        }
        places.addSignature(scan);
        places.addLines(scan);
        return scan;
    }

    private void read(NameScan scan, int at) {
        int start = scan.source().token(at).start();
        if (scan.source().isLiteral(start)) {
            return;
        }
        labels.read(scan, at);
        if (!scan.source().isQuoted(start)) {
            for (NameCue cue : cues) {
                cue.read(scan, at);
            }
        }
    }

    /** A full name that was found once is the same person wherever it stands again. */
    private static void addAgain(NameScan scan) {
        Source source = scan.source();
        Roster full = new Roster();
        for (Span span : scan.found()) {
            int from = source.indexAt(span.start());
            int end = source.indexAt(span.end());
            if (end - from >= 2 && source.tokens().subList(from, end).stream().allMatch(Token::isWord)) {
                full.add(source, from, end);
            }
        }
        for (int i = 0; i < source.size() && !full.isEmpty(); i++) {
            int end = full.end(source, i);
            if (end > i) {
                scan.add(i, end);
                i = end - 1;
            }
        }
    }
}
