package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names: those of a roster, and those that something announces: an introduction ("me llamo …", "… here"), a label ("Alumna: …"), a
 * relation ("mi compañera …", "Professor …"), company ("lo hice con …"), an errand ("avisale a …") or a signature. A name without any of
 * them stays, as the people do that a course speaks about.
 */
final class NameRecogniser implements Recogniser {
    private static final int LONGEST_ROSTER_NAME = 8;
    private static final int REACH = 5;
    private static final Set<String> LINKS =
            Set.of("es", "se", "is", "don", "dona", "que", "dice", "dijo", "me", "nos");
    private static final Set<String> AND = Set.of("y", "e", "and", "con", "with");

    private final PiiWords words;
    private final NameRun run;
    private final Set<String> roster = new HashSet<>();

    NameRecogniser(PiiWords words, NameRun run, Collection<String> names) {
        this.words = words;
        this.run = run;
        for (String name : names) {
            List<String> parts = new Source(name)
                    .tokens().stream().filter(Token::isWord).map(Token::folded).toList();
            if (!parts.isEmpty()) {
                roster.add(String.join(" ", parts));
            }
        }
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int known = rosterEnd(source, i, roster);
            if (known > i) {
                add(source, i, known, found);
                i = known - 1;
            } else if (source.token(i).isWord()) {
                findAt(source, i, found);
            }
        }
        addSignature(source, found);
        addAgain(source, found);
        return found;
    }

    private void findAt(Source source, int at, List<Span> found) {
        boolean quoted = source.isQuoted(source.token(at).start());
        int after = source.phraseEnd(words.list("introduction"), at);
        if (after > at && !quoted) {
            addIntroduced(source, after, found);
        } else if ((after = source.phraseEnd(words.list("weak_introduction"), at)) > at && !quoted) {
            addWeak(source, after, found);
        } else if ((after = source.phraseEnd(words.list("name_label"), at)) > at) {
            addLabelled(source, after, found);
        }
        if (quoted) {
            return;
        }
        after = source.phraseEnd(words.list("relation"), at);
        int title = source.phraseEnd(words.list("title"), at);
        int kin = source.phraseEnd(words.list("kin"), at);
        if (kin > at && isKin(source, at)) {
            addRelated(source, kin, true, found);
        } else if (after > at && isOwned(source, at)) {
            addRelated(source, after, false, found);
        } else if (after > at && isFullName(source, after)) {
            addRelated(source, after, false, found);
        } else if (title > at) {
            addTitled(source, title, found);
        }
        if (words.list("company").contains(source.token(at).folded())) {
            addCompany(source, at, found);
        }
        addTeller(source, at, found);
        addFiled(source, at, found);
        after = source.phraseEnd(words.list("called"), at);
        if (after > at && !source.mentions(words.list("fiction"))) {
            addKnown(source, after, found);
        }
        after = source.phraseEnd(words.list("belonging"), at);
        after = after > at ? after : source.phraseEnd(words.list("greeting"), at);
        if (after > at) {
            addKnown(source, skipSigns(source, after, ",!:"), found);
        }
        if (isErrand(source.token(at).folded())) {
            addAddressee(source, at, found);
        }
        if (at > 1
                && source.token(at - 1).isOneOf(",(-–")
                && words.list("possessive").contains(source.token(at).folded())) {
            addApposition(source, at, found);
        }
        int here = source.phraseEnd(words.list("here"), at);
        if (here > at && at > 0) {
            addBefore(source, at, found);
        }
        if (here > at && here < source.size() && source.token(here).is(',')) {
            addClause(source, here + 1, found);
        }
    }

    private int rosterEnd(Source source, int start, Set<String> names) {
        int best = -1;
        if (names.isEmpty() || !source.token(start).isWord()) {
            return best;
        }
        StringBuilder name = new StringBuilder();
        for (int i = start;
                i < source.size()
                        && i - start < LONGEST_ROSTER_NAME
                        && source.token(i).isWord();
                i++) {
            name.append(i == start ? "" : " ").append(NameRun.bare(source.token(i)));
            boolean clear = i > start || source.token(start).isCapital();
            best = clear && names.contains(name.toString()) ? i + 1 : best;
        }
        return best;
    }

    private void addIntroduced(Source source, int from, List<Span> found) {
        int at = skipSigns(source, from, ":,");
        int end = run.end(source, at, true);
        boolean fiction = source.mentions(words.list("fiction")) && !run.isKnown(source, at, end);
        if (!fiction) {
            add(source, at, end, found);
            addMore(source, end, found);
        }
    }

    private void addWeak(Source source, int from, List<Span> found) {
        boolean article = from + 1 < source.size()
                && Set.of("el", "la", "the", "yo").contains(source.token(from).folded());
        int start = article && run.isFirstName(source.token(from + 1)) ? from + 1 : from;
        if (start >= source.size()) {
            return;
        }
        addWeakName(source, start, found);
    }

    private void addWeakName(Source source, int from, List<Span> found) {
        Token first = source.token(from);
        boolean known = run.isFirstName(first);
        int end = run.end(source, from, known);
        boolean spanish = Set.of("soy", "aca", "aqui", "habla", "escribe")
                .contains(source.token(from - 1).folded());
        boolean alone = end == from + 1 && from > 0 && first.isCapital() && !isTrade(first.folded(), spanish);
        boolean clause = end > from && (spanish || NameRun.endsClause(source, end - 1));
        boolean shouted = first.isShouted() && !known;
        if (!shouted && (run.isSure(source, from, end) || (alone && clause))) {
            add(source, from, end, found);
            addMore(source, end, found);
        }
    }

    private boolean isTrade(String folded, boolean spanish) {
        return words.list(spanish ? "trade_ending" : "trade_ending_en").stream().anyMatch(folded::endsWith);
    }

    /** "Ana y Pedro Paz", "Ana, Pedro y Luz": names go on behind a comma or "and" while the first names are known. */
    private void addMore(Source source, int from, List<Span> found) {
        int at = from;
        for (int round = 0; round < LONGEST_ROSTER_NAME && at + 1 < source.size(); round++) {
            Token joint = source.token(at);
            if (!joint.isOneOf(",/;&") && !AND.contains(joint.folded())) {
                return;
            }
            int next = AND.contains(source.token(at + 1).folded()) ? at + 2 : at + 1;
            int end = next < source.size() ? run.end(source, next, false) : next;
            if (end == next || !run.isKnown(source, next, end)) {
                return;
            }
            add(source, next, end, found);
            at = end;
        }
    }

    private void addLabelled(Source source, int from, List<Span> found) {
        int at = from;
        while (at < source.size() && at - from < 4 && (source.token(at).isOneOf("()/") || isSuffix(source, at, from))) {
            at++;
        }
        if (at >= source.size() || !source.token(at).isOneOf(":=-")) {
            return;
        }
        int start = skipSigns(source, at, ":=-\"*");
        start = skipTitle(source, start);
        int end = start < source.size() ? run.end(source, start, false) : start;
        boolean lineEnd = end > start && NameRun.endsClause(source, end - 1);
        if (end == start || (!run.isSure(source, start, end) && !lineEnd)) {
            return;
        }
        end = turned(source, start, end);
        add(source, start, end, found);
        addMore(source, end, found);
    }

    /** The "(s)" or "o/a" of a form. */
    private static boolean isSuffix(Source source, int at, int from) {
        return at < source.size()
                && at - from < 4
                && at > from
                && source.token(at).isWord()
                && source.token(at).text().length() <= 2
                && source.token(at - 1).isOneOf("(/");
    }

    /** "Okonkwo, Adaeze": a form's surname comes first. */
    private int turned(Source source, int start, int end) {
        if (end + 1 >= source.size() || !source.token(end).is(',') || source.isLineEnd(end)) {
            return end;
        }
        int last = run.end(source, end + 1, false);
        boolean surnameFirst = !run.isFirstName(source.token(start));
        boolean whole = last > end + 1 && (source.isLineEnd(last - 1) || run.isFirstName(source.token(end + 1)));
        return surnameFirst && whole && end - start <= 2 ? last : end;
    }

    private int skipTitle(Source source, int from) {
        int at = from;
        int title = at < source.size() ? source.phraseEnd(words.list("title"), at) : -1;
        if (title > at) {
            at = skipSigns(source, title, ".ªº");
        }
        return at;
    }

    private static int skipSigns(Source source, int from, String signs) {
        int at = from;
        while (at < source.size() && at - from < REACH && source.token(at).isOneOf(signs)) {
            at++;
        }
        return at;
    }

    /** "mi", "la", "nuestro": somebody's, or the one that everybody knows. */
    private boolean isOwned(Source source, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
            Token token = source.token(i);
            if (!token.isWord()) {
                return false;
            }
            if (words.list("owner").contains(token.folded())) {
                return true;
            }
        }
        return false;
    }

    /** "mi hermano", "soy la mamá de": kin of a story or of the famous is owned by nobody. */
    private boolean isKin(Source source, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3) && source.token(i).isWord(); i--) {
            if (words.list("possessive").contains(source.token(i).folded())) {
                return true;
            }
        }
        return false;
    }

    private void addRelated(Source source, int from, boolean kin, List<Span> found) {
        int at = skipLinks(source, from, kin);
        int end = at < source.size() ? run.end(source, at, false) : at;
        boolean lower = end == at && at == from && at < source.size() && run.isFirstName(source.token(at));
        end = lower ? run.end(source, at, true) : end;
        boolean common = end == at + 1 && words.list("not_related").contains(NameRun.bare(source.token(at)));
        if (end > at && !common && !isFamous(source, at, end)) {
            add(source, at, end, found);
            addMore(source, end, found);
        }
    }

    private boolean isFullName(Source source, int from) {
        int end = from < source.size() ? run.end(source, from, false) : from;
        return end - from >= 2 && run.isKnown(source, from, end);
    }

    /** Between the relation and the name may stand the subject, a comma, "se llama", "doña" and their like. */
    private int skipLinks(Source source, int from, boolean kin) {
        int at = from;
        while (at < source.size() && at - from < REACH) {
            Token token = source.token(at);
            int link = source.phraseEnd(words.list("name_link"), at);
            boolean of = Set.of("de", "del", "of").contains(token.folded());
            if (link > at) {
                at = link;
            } else if (token.isOneOf(",(:—–")) {
                at++;
            } else if (at == from && isAdjective(source, at)) {
                at++;
            } else if (of
                    && kin
                    && at == from
                    && at + 1 < source.size()
                    && source.token(at + 1).isCapital()) {
                at++;
            } else if (of
                    && !kin
                    && at + 1 < source.size()
                    && source.token(at + 1).isWord()) {
                at = afterSubject(source, at + 1);
            } else {
                break;
            }
        }
        return at;
    }

    /** "mi profesora particular, Julia": a word in small letters before a known name. */
    private boolean isAdjective(Source source, int at) {
        Token token = source.token(at);
        int next = at + 1 < source.size() && source.token(at + 1).is(',') ? at + 2 : at + 1;
        return isSubject(token)
                && !Set.of("de", "del", "of", "y", "and", "con").contains(token.folded())
                && next < source.size()
                && source.token(next).isCapital()
                && run.isFirstName(source.token(next));
    }

    private static int afterSubject(Source source, int from) {
        boolean article =
                Set.of("la", "los", "las", "el").contains(source.token(from).folded());
        int at = Math.min(source.size(), from + (article ? 2 : 1));
        while (at + 1 < source.size() && at - from < 4 && isSubject(source.token(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSubject(Token token) {
        return token.isWord() && !token.isCapital() && !LINKS.contains(token.folded());
    }

    private void addTitled(Source source, int from, List<Span> found) {
        int at = skipSigns(source, from, ".ªº");
        at = at < source.size() && source.phraseEnd(words.list("name_link"), at) > at
                ? source.phraseEnd(words.list("name_link"), at)
                : at;
        int end = at < source.size() ? run.end(source, at, false) : at;
        if (end > at
                && !isFamous(source, at, end)
                && !words.list("not_related").contains(NameRun.bare(source.token(at)))) {
            add(source, at, end, found);
            addMore(source, end, found);
        }
    }

    private boolean isFamous(Source source, int from, int end) {
        Set<String> famous = words.list("famous");
        for (int i = from; i < end; i++) {
            if (famous.contains(NameRun.bare(source.token(i)))) {
                return true;
            }
        }
        return false;
    }

    /** "lo hice con Bautista": a verb of common work, "with", and a known first name. */
    private void addCompany(Source source, int at, List<Span> found) {
        for (int i = at + 1; i < source.size() && i - at <= REACH; i++) {
            Token token = source.token(i);
            if (!token.isWord()) {
                return;
            }
            if (Set.of("con", "with", "junto", "junta").contains(token.folded()) && i + 1 < source.size()) {
                int end = run.end(source, i + 1, false);
                if (run.isKnown(source, i + 1, end) && !isFamous(source, i + 1, end)) {
                    add(source, i + 1, end, found);
                    addMore(source, end, found);
                    return;
                }
            }
        }
    }

    /** "el código de Martín", "Hola Marta,": a known first name that nobody is famous for. */
    private void addKnown(Source source, int from, List<Span> found) {
        if (from < source.size()) {
            int end = run.end(source, from, false);
            if (run.isKnown(source, from, end) && !isFamous(source, from, end)) {
                add(source, from, end, found);
                addMore(source, end, found);
            }
        }
    }

    /** "Martina me dijo", "Priya told me", "Lucas y yo": a known first name that has to do with the writer. */
    private void addTeller(Source source, int at, List<Span> found) {
        if (!source.token(at).isCapital() || !run.isFirstName(source.token(at))) {
            return;
        }
        int end = run.end(source, at, false);
        if (end > at && source.phraseEnd(words.list("teller"), end) > end && !isFamous(source, at, end)) {
            add(source, at, end, found);
        }
    }

    /** A full name in a text about lists, groups and hand-ins is one of the course's people. */
    private void addFiled(Source source, int at, List<Span> found) {
        boolean starts = source.token(at).isCapital() && run.isFirstName(source.token(at));
        if (!starts || !source.mentions(words.list("filing")) || source.mentions(words.list("fiction"))) {
            return;
        }
        int end = run.end(source, at, false);
        boolean behindName = at > 0
                && run.isProper(source.token(at - 1))
                && source.gap(at - 1, at).equals(" ");
        if (end - at >= 2 && !behindName && !isFamous(source, at, end)) {
            add(source, at, end, found);
        }
    }

    private boolean isErrand(String folded) {
        return words.list("errand").stream().anyMatch(folded::startsWith);
    }

    /** "avisale a Ezequiel": a verb of speaking, "to", and a known first name. */
    private void addAddressee(Source source, int at, List<Span> found) {
        for (int i = at + 1;
                i + 1 < source.size() && i - at <= 3 && source.token(i).isWord();
                i++) {
            if (Set.of("a", "al", "to").contains(source.token(i).folded())) {
                int end = run.end(source, i + 1, false);
                if (run.isKnown(source, i + 1, end) && !isFamous(source, i + 1, end)) {
                    add(source, i + 1, end, found);
                    addMore(source, end, found);
                }
                return;
            }
        }
    }

    /** "Siobhan O'Rourke here", "brian por acá": the name stands before, at the start of its clause. */
    private void addBefore(Source source, int here, List<Span> found) {
        int stop = source.token(here - 1).is(',') ? here - 1 : here;
        for (int from = Math.max(0, stop - REACH); from < stop; from++) {
            boolean opens = source.isLineStart(from) || source.token(from - 1).isOneOf(",.!?;(-–¡");
            boolean small = run.isFirstName(source.token(from));
            if (opens && run.end(source, from, small) == stop && run.isSure(source, from, stop)) {
                add(source, from, stop, found);
                return;
            }
        }
    }

    /** "Julia Ibarra (mi compañera)", "Nico, mi novio,": the relation stands behind the name. */
    private void addApposition(Source source, int at, List<Span> found) {
        boolean related = source.phraseEnd(words.list("kin"), at + 1) > at + 1
                || source.phraseEnd(words.list("relation"), at + 1) > at + 1;
        int stop = at - 1;
        for (int from = Math.max(0, stop - REACH); related && from < stop; from++) {
            boolean named = source.token(from).isCapital() && run.end(source, from, false) == stop;
            if (named && run.isSure(source, from, stop) && !isFamous(source, from, stop)) {
                add(source, from, stop, found);
                return;
            }
        }
    }

    /** "Erasmus student here, Lotte van der Heijden.": a clause that is nothing but a full name. */
    private void addClause(Source source, int from, List<Span> found) {
        int end = from < source.size() ? run.end(source, from, false) : from;
        if (end - from >= 2 && NameRun.endsClause(source, end - 1) && run.isSure(source, from, end)) {
            add(source, from, end, found);
        }
    }

    /** The end of a text that is nothing but a name, behind a closing word or on a line of its own. */
    private void addSignature(Source source, List<Span> found) {
        int last = source.size();
        while (last > 0 && source.token(last - 1).isOneOf(".!)*_-")) {
            last--;
        }
        for (int from = Math.max(1, last - REACH); from < last; from++) {
            Token before = source.token(from - 1);
            boolean opens = source.isLineStart(from) || before.isOneOf(",.!-–—~;");
            int closing = before.isWord() ? from - 1 : from - 2;
            boolean polite = closing >= 0 && isClosing(source, closing);
            if ((!opens && !polite) || source.isQuoted(source.token(from).start())) {
                continue;
            }
            boolean known = run.isFirstName(source.token(from));
            int end = run.end(source, from, known && polite);
            boolean dashed = before.isOneOf("-–—~.?!") || source.isLineStart(from);
            if (end == last && (polite || (dashed && run.isKnown(source, from, end)))) {
                add(source, from, end, found);
                return;
            }
        }
    }

    private boolean isClosing(Source source, int at) {
        for (int i = at; i >= Math.max(0, at - 2) && source.token(i).isWord(); i--) {
            if (words.list("closing").contains(source.token(i).folded())) {
                return true;
            }
        }
        return false;
    }

    /** A full name that was found once is the same person wherever it stands again. */
    private void addAgain(Source source, List<Span> found) {
        Set<String> full = new HashSet<>();
        for (Span span : found) {
            int from = source.indexAt(span.start());
            int end = source.indexAt(span.end());
            if (end - from >= 2 && source.tokens().subList(from, end).stream().allMatch(Token::isWord)) {
                full.add(String.join(
                        " ",
                        source.tokens().subList(from, end).stream()
                                .map(NameRun::bare)
                                .toList()));
            }
        }
        for (int i = 0; i < source.size() && !full.isEmpty(); i++) {
            int end = rosterEnd(source, i, full);
            if (end > i) {
                add(source, i, end, found);
                i = end - 1;
            }
        }
    }

    static void add(Source source, int from, int end, List<Span> found) {
        if (end > from) {
            int last = NameRun.endOf(source.token(end - 1));
            found.add(new Span(PiiKind.NAME, source.token(from).start(), last));
        }
    }
}
