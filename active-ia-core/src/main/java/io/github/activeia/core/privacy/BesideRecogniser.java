package io.github.activeia.core.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what only its company tells: a name right beside an id, and a code of a student beside a name. */
final class BesideRecogniser {
    private static final int REACH = 7;
    private static final int LONGEST = 16;
    private static final int LONGEST_LETTERS = 5;
    private static final int SHORTEST_CODE = 4;
    private static final Pattern SLASHED = Pattern.compile("[0-9]{4,6}/[0-9Kk]\\b");
    private static final Pattern LETTERED = Pattern.compile("[A-Za-z][0-9]{6,9}\\b");
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
    private final WordList files;
    private final WordList famous;
    private final WordList notNames;

    BesideRecogniser(PiiWords words, NameRun run) {
        this.run = run;
        this.labels = words.list("beside");
        this.files = words.list("weak_legajo");
        this.famous = words.list("famous");
        this.notNames = words.list("not_name");
    }

    List<Span> find(Source source, List<Span> known) {
        List<Span> found = new ArrayList<>();
        for (Span id : known) {
            if (id.kind() == PiiKind.NAME) {
                addNumber(source, id, found);
            }
            if (IDS.contains(id.kind())) {
                addBefore(source, id, found);
                addAfter(source, id, found);
            }
            if (id.kind() == PiiKind.EMAIL) {
                addOwner(source, id, found);
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
            boolean named =
                    opens(source, from) && run.end(source, from, false) == stop && run.isSure(source, from, stop);
            if (named || isSmallFull(source, from, stop)) {
                found.add(run.span(source, from, stop));
                return;
            }
        }
    }

    /** "yo, samuel toledo arancibia rut …": two known words or more in small letters, behind a sign. */
    private boolean isSmallFull(Source source, int from, int stop) {
        boolean clause = source.isLineStart(from) || source.token(from - 1).isOneOf(",.:;!?(-–—");
        return clause
                && stop - from >= 2
                && run.isFirstName(source.token(from))
                && run.isSurname(source.token(stop - 1))
                && run.end(source, from, true) == stop;
    }

    /** "Nahuel Paz (20431/3)", "Delfina Paz - 15577/8", and a code of one letter and digits on the line below a name. */
    private static void addNumber(Source source, Span name, List<Span> found) {
        String text = source.text();
        int at = source.indexAt(name.end());
        boolean below = at < source.size() && source.isLineStart(at);
        if (at < source.size() && !below && isCoded(source, at)) {
            int stop = at + 1 + (source.token(at + 1).isNumber() ? 0 : 1);
            found.add(new Span(
                    PiiKind.LEGAJO, source.token(at).start(), source.token(stop).end()));
            return;
        }
        boolean sign = at < source.size() && source.token(at).isOneOf("(-–");
        if (at >= source.size() || (!below && !sign)) {
            return;
        }
        int start = sign ? source.token(at).end() : source.token(at).start();
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        Matcher matcher =
                (sign ? SLASHED : LETTERED).matcher(text.substring(start, Math.min(text.length(), start + LONGEST)));
        if (matcher.lookingAt()) {
            found.add(new Span(PiiKind.LEGAJO, start, start + matcher.end()));
        }
    }

    /** "lo pregunta camila (camila.orsi@…)": a name that an address holds too is its owner's. */
    private void addOwner(Source source, Span email, List<Span> found) {
        String local = source.folded().substring(email.start(), email.end());
        Set<String> parts = EmailNames.of(local.substring(0, Math.max(0, local.indexOf('@'))));
        if (parts.isEmpty()) {
            return;
        }
        int first = source.indexAt(email.start());
        int last = source.indexAt(email.end());
        for (int i = 0; i < source.size(); i++) {
            Token token = source.token(i);
            String folded = NameRun.bare(token);
            boolean own = (i < first || i >= last)
                    && parts.contains(folded)
                    && !famous.contains(folded)
                    && !notNames.contains(folded);
            boolean surname = own && token.isCapital() && i > 0 && run.end(source, i - 1, false) > i;
            if (own && run.isFirstName(token)) {
                found.add(run.span(source, i, Math.max(i + 1, run.end(source, i, true))));
            } else if (surname && run.isFirstName(source.token(i - 1))) {
                found.add(run.span(source, i - 1, run.end(source, i - 1, false)));
            }
        }
    }

    /** "Dante Paz FAI-3187": capitals, a hyphen and digits up to the end of the line. */
    static boolean isCoded(Source source, int at) {
        Token letters = source.token(at);
        boolean hyphen = at + 1 < source.size() && source.token(at + 1).is('-');
        int digits = hyphen ? at + 2 : at + 1;
        return (letters.isShouted() || letters.text().length() == 1)
                && letters.isCapital()
                && letters.text().length() <= LONGEST_LETTERS
                && digits < source.size()
                && source.token(digits).isNumber()
                && source.token(digits).text().length() >= SHORTEST_CODE
                && source.isGlued(at, at + 1)
                && source.isGlued(digits - 1, digits)
                && source.isLineEnd(digits);
    }

    private boolean isLabel(Source source, int at) {
        return source.is(labels, at) || source.is(files, at);
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
