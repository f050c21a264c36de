package io.github.activeia.core.privacy;

/** Names of people that the writer has to do with: "mi hermano …", "la profe de física, …", "Dr. …", "… (mi compañera)". */
final class NameRelations implements NameCue {
    private static final int OWNER_REACH = 3;
    private static final int LONGEST_SUBJECT = 4;

    private final NameWords words;
    private final long bits;

    NameRelations(NameWords words) {
        this.words = words;
        bits = words.relation.bit() | words.title.bit() | words.kin.bit();
    }

    @Override
    public void read(NameScan scan, int at) {
        Source source = scan.source();
        if (source.starts(bits, at)) {
            addNamed(scan, at);
        }
        if (at > 1 && source.is(words.possessive, at) && source.token(at - 1).isOneOf(",(-–—")) {
            addApposition(scan, at);
        }
    }

    private void addNamed(NameScan scan, int at) {
        Source source = scan.source();
        int relation = source.phraseEnd(words.relation, at);
        int title = source.phraseEnd(words.title, at);
        int kin = source.phraseEnd(words.kin, at);
        boolean comma = kin > at && kin < source.size() && source.token(kin).isOneOf(",:(");
        boolean others = at > 0 && words.theirs.contains(source.token(at - 1).folded());
        boolean owned = kin > at
                && isBehind(source, at, words.possessive)
                && (!others || words.sentence.isPersonal(source, at, kin));
        if (owned || (comma && isFullName(scan, kin + 1))) {
            addRelated(scan, kin, true);
        } else if (relation > at && (isBehind(source, at, words.owner) || isFullName(scan, relation))) {
            addRelated(scan, relation, false);
        } else if (title > at) {
            addTitled(scan, at, title);
        }
    }

    /** "mi", "la", "nuestro": somebody's, or the one that everybody knows; kin of a story is owned by nobody. */
    private static boolean isBehind(Source source, int at, WordList list) {
        for (int i = at - 1;
                i >= Math.max(0, at - OWNER_REACH) && source.token(i).isWord();
                i--) {
            if (source.is(list, i)) {
                return true;
            }
        }
        return false;
    }

    private void addRelated(NameScan scan, int from, boolean kin) {
        int at = skipLinks(scan, from, kin);
        int end = scan.end(at);
        boolean lower = end == at && at == from && scan.isFirstName(at);
        addUnlessCommon(scan, at, lower ? scan.end(at, true) : end);
    }

    private void addUnlessCommon(NameScan scan, int at, int end) {
        boolean common = end == at + 1
                && words.notRelated.contains(NameRun.bare(scan.source().token(at)));
        if (end > at && !common && !scan.isFamous(at, end) && !scan.isSum(at, end)) {
            scan.addAll(at, end);
        }
    }

    private static boolean isFullName(NameScan scan, int from) {
        int end = scan.end(from);
        return end - from >= 2 && scan.isKnown(from, end);
    }

    /** Between the relation and the name may stand the subject, a comma, "se llama", "doña" and their like. */
    private int skipLinks(NameScan scan, int from, boolean kin) {
        int at = from;
        while (at < scan.source().size() && at - from < NameScan.REACH) {
            int next = linkEnd(scan, at, from, kin);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    private int linkEnd(NameScan scan, int at, int from, boolean kin) {
        Source source = scan.source();
        int link = source.phraseEnd(words.link, at);
        if (link > at) {
            return link;
        }
        if (source.token(at).isOneOf(",(:—–") || (at == from && isAdjective(scan, at))) {
            return at + 1;
        }
        boolean nickname = kin
                && at == from
                && words.article.contains(source.token(at).folded())
                && at + 1 < source.size()
                && source.token(at + 1).isCapital();
        if (nickname) {
            return at + 1;
        }
        if (at + 1 >= source.size() || !source.is(words.of, at)) {
            return at;
        }
        if (kin) {
            return at == from && source.token(at + 1).isCapital() ? at + 1 : at;
        }
        return source.token(at + 1).isWord() ? afterSubject(source, at + 1) : at;
    }

    /** "mi profesora particular, Julia": a word in small letters before a known name. */
    private boolean isAdjective(NameScan scan, int at) {
        Source source = scan.source();
        int next = at + 1 < source.size() && source.token(at + 1).is(',') ? at + 2 : at + 1;
        return isSubject(source, at)
                && !source.is(words.of, at)
                && !source.is(words.and, at)
                && next < source.size()
                && source.token(next).isCapital()
                && scan.isFirstName(next);
    }

    private int afterSubject(Source source, int from) {
        boolean article =
                source.is(words.owner, from) && source.token(from).text().length() <= LONGEST_SUBJECT - 1;
        int at = Math.min(source.size(), from + (article ? 2 : 1));
        while (at + 1 < source.size() && at - from < LONGEST_SUBJECT && isSubject(source, at)) {
            at++;
        }
        return at;
    }

    private boolean isSubject(Source source, int at) {
        Token token = source.token(at);
        return token.isWord() && !token.isCapital() && !source.is(words.notSubject, at);
    }

    /** "Why did Woolf write Mrs Dalloway": a lady or gentleman of a book or a case; professors and doctors teach. */
    private boolean isStory(NameScan scan, int title, int end) {
        boolean civil = words.civil.contains(scan.source().token(title).folded());
        return civil && words.sentence.isStudy(scan.source(), title, end);
    }

    private void addTitled(NameScan scan, int title, int from) {
        int at = scan.skipSigns(from, ".ªº");
        int link = scan.source().phraseEnd(words.link, at);
        at = link > at ? link : at;
        int end = scan.end(at);
        if (end > at
                && !scan.isFamous(at, end)
                && !scan.is(words.storyVerb, end)
                && !scan.isSum(at, end)
                && !isStory(scan, title, end)
                && !words.notRelated.contains(NameRun.bare(scan.source().token(at)))) {
            scan.addAll(at, end);
        }
    }

    /** "Julia Ibarra (mi compañera)", "Nico, mi novio,": the relation stands behind the name. */
    private void addApposition(NameScan scan, int at) {
        Source source = scan.source();
        boolean related = source.phraseEnd(words.kin, at + 1) > 0 || source.phraseEnd(words.relation, at + 1) > 0;
        int stop = at - 1;
        for (int from = Math.max(0, stop - NameScan.REACH); related && from < stop; from++) {
            boolean named = source.token(from).isCapital() && scan.end(from) == stop;
            boolean namesake = stop - from >= 2 && !scan.isFamous(stop - 1, stop);
            if (named && scan.isSure(from, stop) && (namesake || !scan.isFamous(from, stop))) {
                scan.add(from, stop);
                scan.addBefore(from);
                return;
            }
        }
    }
}
