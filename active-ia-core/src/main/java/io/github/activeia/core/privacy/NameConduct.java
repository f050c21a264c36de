package io.github.activeia.core.privacy;

/** Known names of people that do something in the course: "… no me pasó su parte", "… faltó", "I asked …", "… de la sección 2". */
final class NameConduct implements NameCue {
    private static final int MOST_ADVERBS = 2;

    private final NameWords words;

    NameConduct(NameWords words) {
        this.words = words;
    }

    @Override
    public void read(NameScan scan, int at) {
        Source source = scan.source();
        if (words.asked.contains(source.token(at).folded())) {
            addAsked(scan, at);
        }
        if (source.token(at).is(',')) {
            return;
        }
        addSurnameFirst(scan, at);
        if (!scan.isFirstName(at) || isInside(scan, at)) {
            return;
        }
        int end = scan.fullEnd(at);
        boolean full = end > at;
        end = full ? end : scan.end(at);
        end = end == at && scan.isSmallName(at) ? at + 1 : end;
        if (end == at || source.mentions(words.fiction) || scan.isFamous(at, end)) {
            return;
        }
        boolean person =
                full || !source.is(words.commonName, at) || (source.token(at).isCapital() && isAmongOthers(scan, at));
        if ((full && isClassmate(scan, at, end))
                || (person
                        && (acts(scan, at, end)
                                || isOfGroup(source, end)
                                || owns(source, end)
                                || isMet(scan, at, end)
                                || isCalled(scan, at, end)))) {
            scan.add(at, end);
            scan.addBefore(at);
        }
    }

    /** "Ximena y yo …, Dante no …": a name that is a word too, behind somebody of the same sentence. */
    private static boolean isAmongOthers(NameScan scan, int at) {
        Source source = scan.source();
        boolean inside =
                at > 0 && !source.isLineStart(at) && !source.token(at - 1).isOneOf(".?!¿¡:");
        return inside && !scan.found().isEmpty();
    }

    /** "María, ¿me podés …": somebody is spoken to. */
    private boolean isCalled(NameScan scan, int at, int end) {
        Source source = scan.source();
        boolean opens = source.isLineStart(at) || source.token(at - 1).isOneOf("¡¿.!?");
        if (!opens || end + 2 >= source.size() || !source.token(end).is(',') || source.isLineEnd(end)) {
            return false;
        }
        int verb = source.token(end + 1).isOneOf("¿¡") ? end + 2 : end + 1;
        return words.asking.contains(source.token(verb).folded());
    }

    /** A part of a longer run of capitals was read with its first word. */
    private static boolean isInside(NameScan scan, int at) {
        Source source = scan.source();
        return at > 0
                && source.isSpaced(at - 1, at)
                && scan.isProper(at - 1)
                && source.token(at).isCapital();
    }

    private boolean isClassmate(NameScan scan, int at, int end) {
        Source source = scan.source();
        boolean declared = at > 1
                && source.token(at - 1).is(',')
                && source.token(at - 2).folded().equals("yo")
                && end < source.size()
                && source.token(end).is(',');
        boolean says =
                end < source.size() && words.says.contains(source.token(end).folded());
        return declared || words.sentence.isLife(source, at, end) || (says && words.sentence.isExam(source, at, end));
    }

    /** "… no me pasó", "… won't answer us", "… faltó": what a writer says about somebody they know. */
    private boolean acts(NameScan scan, int at, int end) {
        Source source = scan.source();
        int verb = end + 1 < source.size()
                        && source.token(end).is(',')
                        && words.but.contains(source.token(end + 1).folded())
                ? end + 2
                : end;
        while (verb < source.size()
                && verb - end < MOST_ADVERBS + 1
                && words.adverb.contains(source.token(verb).folded())) {
            verb++;
        }
        boolean small = !source.token(at).isCapital()
                && verb + 1 < source.size()
                && words.says.contains(source.token(verb).folded())
                && source.token(verb + 1).folded().equals("que");
        if (small || together(source, at, end)) {
            return true;
        }
        if (verb >= source.size() || source.isLineStart(verb)) {
            return false;
        }
        String first = source.token(verb).folded();
        boolean undone = verb > end && words.deed.contains(first);
        boolean full = end - at >= 2 && scan.isSurname(end - 1);
        boolean absent = undone || words.absence.contains(first);
        if (absent && (full || !words.sentence.isStudy(source, at, end))) {
            return true;
        }
        if (verb + 1 >= source.size()) {
            return false;
        }
        Token second = source.token(verb + 1);
        if (words.me.contains(first)) {
            return second.isWord() && !words.opinion.contains(second.folded());
        }
        return source.token(verb).isWord()
                && words.us.contains(second.folded())
                && !words.opinion.contains(first)
                && !words.me.contains(first);
    }

    /** "Zainab from 10B", "Bruno del turno noche": a class or a group that courses have. */
    private boolean isOfGroup(Source source, int end) {
        if (end + 2 >= source.size()
                || !(source.is(words.of, end) || source.token(end).folded().equals("from"))) {
            return false;
        }
        int at = source.is(words.article, end + 1) ? end + 2 : end + 1;
        Token word = source.token(at);
        boolean group = words.sentence.isGroup(word);
        boolean letter = word.isNumber()
                && word.text().length() <= 2
                && at + 1 < source.size()
                && source.isGlued(at, at + 1)
                && source.token(at + 1).isCapital()
                && source.token(at + 1).text().length() == 1;
        return group || letter;
    }

    /** "Con Bruno no coincidimos": with somebody, and a verb of the first person behind. */
    private boolean together(Source source, int at, int end) {
        boolean with = at > 0 && source.is(words.together, at - 1);
        for (int i = end;
                with
                        && i < Math.min(source.size(), end + NameScan.REACH)
                        && source.token(i).isWord();
                i++) {
            String folded = source.token(i).folded();
            if (folded.length() > 5
                    && folded.endsWith("mos")
                    && !source.token(i).isCapital()) {
                return true;
            }
        }
        return false;
    }

    /** "hablando con Nora", "let Theo know", "me lo corrigió Adriana": a word before it that has to do with somebody of today. */
    private boolean isMet(NameScan scan, int at, int end) {
        Source source = scan.source();
        if (at == 0 || words.sentence.isStudy(source, at, end)) {
            return false;
        }
        String before = source.token(at - 1).folded();
        boolean known = before.equals("let")
                && end < source.size()
                && source.token(end).folded().equals("know");
        boolean beside =
                before.equals("to") && at > 1 && source.token(at - 2).folded().equals("next");
        boolean company = source.is(words.together, at - 1) && words.sentence.isOwn(source, at);
        boolean told = words.telling.contains(before)
                && end < source.size()
                && words.told.contains(source.token(end).folded());
        return known || beside || company || told || words.marking.contains(before);
    }

    /** "Derek's phone": a thing that only somebody of the course has. */
    private boolean owns(Source source, int end) {
        return end < source.size()
                && source.token(end - 1).folded().endsWith("'s")
                && words.things.contains(source.token(end).folded());
    }

    /** "I asked …", "we emailed …". */
    private void addAsked(NameScan scan, int at) {
        Source source = scan.source();
        for (int i = at - 1;
                i >= Math.max(0, at - MOST_ADVERBS) && source.token(i).isWord();
                i--) {
            if (words.first.contains(source.token(i).folded())) {
                scan.addKnown(at + 1);
                return;
            }
        }
    }

    /** "Benítez, Carolina - turno noche": as a register writes it. */
    private void addSurnameFirst(NameScan scan, int at) {
        Source source = scan.source();
        int end = scan.end(at);
        if (!source.isLineStart(at)
                || end == at
                || end - at > 2
                || end + 1 >= source.size()
                || !source.token(end).is(',')
                || scan.isFirstName(at)) {
            return;
        }
        int last = scan.end(end + 1);
        boolean list = last < source.size()
                && (source.is(words.and, last) || source.token(last).is(','));
        boolean named = !list && scan.isKnown(end + 1, last) && !scan.isFamous(at, last);
        if (named && words.sentence.isLife(source, at, last)) {
            scan.add(at, last);
        }
    }
}
