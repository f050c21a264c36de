package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds postal addresses: a street word, a name and a number; a name and a number after "vivo en" and its like; and the English order. Flat,
 * floor, postal code and town behind it belong to it.
 */
final class AddressRecogniser implements Recogniser {
    private static final int LONGEST_NUMBER = 5;
    private static final int STATEMENT_REACH = 12;
    private static final int SMALL_WORDS = 3;
    private static final int PUBLIC_REACH = 3;

    private final PiiWords words;
    private final AddressRest rest;
    private final Streets streets;
    private final WordList boxes;
    private final WordList flats;
    private final WordList statement;
    private final WordList quarters;
    private final WordList corners;
    private final WordList fiction;
    private final WordList living;

    AddressRecogniser(PiiWords words) {
        this.words = words;
        this.rest = new AddressRest(words);
        this.streets = new Streets(words, rest);
        this.boxes = words.list("post_box");
        this.flats = words.list("flat");
        this.statement = words.list("statement");
        this.quarters = words.list("quarter");
        this.corners = words.list("corner");
        this.fiction = words.list("fiction");
        this.living = words.list("living");
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int end = source.token(i).isWord() ? streetEnd(source, i) : englishEnd(source, i);
            end = end < 0 ? flatFirstEnd(source, i) : end;
            end = end < 0 ? boxEnd(source, i) : end;
            end = end < 0 ? blockEnd(source, i) : end;
            end = end < 0 ? quarterEnd(source, i) : end;
            end = end < 0 ? cornerEnd(source, i) : end;
            int start = i;
            if (end < 0 && source.token(i).isWord()) {
                int home = source.phraseEnd(living, i);
                start = home > i ? skip(source, home) : i;
                boolean stands = source.token(i).folded().equals("queda") && !isHome(source, i);
                end = home > i && !stands ? livingEnd(source, start) : -1;
            }
            if (end > 0
                    && !isStory(source, start)
                    && !source.isQuoted(source.token(start).start())
                    && !source.isLiteral(source.token(start).start())) {
                found.add(span(source, start, end));
                i = end - 1;
            }
        }
        return found;
    }

    /** A street of an exercise's statement is nobody's. */
    private int streetEnd(Source source, int at) {
        int end = streets.end(source, at);
        for (int i = at - 1;
                end > 0
                        && i >= Math.max(0, at - STATEMENT_REACH)
                        && !source.token(i).isOneOf(".;?!");
                i--) {
            if (source.is(statement, i)) {
                return -1;
            }
            if (words.list("home").contains(source.token(i).folded())) {
                return end;
            }
        }
        return end;
    }

    /** "Urb. El Pinar, parcela 31-A", "Bº Procrear, Mza 103, Lote 7": a quarter, and a plot or house with its number. */
    private int quarterEnd(Source source, int from) {
        if (!quarters.contains(source.token(from).folded())) {
            return -1;
        }
        int name = from + 1;
        while (name < source.size() && name - from <= 2 && source.token(name).isOneOf(".°º")) {
            name++;
        }
        int at = Streets.nameEnd(source, name, false);
        at = at > 0 && at < source.size() && source.token(at).is(',') ? at + 1 : at;
        int unit = at > 0 ? source.phraseEnd(words.list("unit_of_house"), at) : -1;
        int number = unit > at && unit < source.size() && source.token(unit).isOneOf(".#°") ? unit + 1 : unit;
        boolean numbered =
                number > 0 && number < source.size() && source.token(number).isNumber();
        return numbered ? rest.end(source, at) : -1;
    }

    /** "Catamarca esquina 9 de Julio", where the text speaks of a home. */
    private int cornerEnd(Source source, int from) {
        boolean opens = source.isLineStart(from)
                || source.token(from - 1).isOneOf(",;(|–—:")
                || !source.token(from - 1).isCapital();
        if (!source.token(from).isCapital() || !opens) {
            return -1;
        }
        int name = Streets.nameEnd(source, from, false);
        boolean corner = name > from
                && name < source.size()
                && source.token(name).folded().startsWith("esq")
                && source.is(corners, name);
        if (!corner || !(isHome(source, from) || isMeeting(source, from))) {
            return -1;
        }
        int end = rest.partEnd(source, name);
        return end > name ? rest.end(source, end) : -1;
    }

    /** "nos juntamos en Italia esquina San Lorenzo". */
    private boolean isMeeting(Source source, int at) {
        for (int i = at - 1; i >= Math.max(0, at - STATEMENT_REACH); i--) {
            if (words.list("meeting").contains(source.token(i).folded())) {
                return true;
            }
        }
        return false;
    }

    private boolean isHome(Source source, int at) {
        for (int i = at - 1; i >= Math.max(0, at - STATEMENT_REACH); i--) {
            // "La Casa Rosada" is nobody's.
            boolean name = i > 0 && source.token(i).isCapital() && source.isSpaced(i - 1, i);
            if (!name && words.list("home").contains(source.token(i).folded())) {
                return true;
            }
        }
        return false;
    }

    /** "Did Conan Doyle choose 221B Baker Street": where somebody famous or a public house is spoken of before, or fiction is and nobody's home. */
    private boolean isStory(Source source, int at) {
        boolean own = false;
        boolean famous = false;
        for (int i = at - 1;
                i >= Math.max(0, at - STATEMENT_REACH) && !source.token(i).isOneOf("?!;");
                i--) {
            String folded = NameRun.bare(source.token(i));
            own |= words.list("resident").contains(folded);
            famous |= source.token(i).isCapital() && words.list("famous").contains(folded);
            famous |= at - i <= PUBLIC_REACH && words.list("public").contains(folded);
        }
        return !own && (famous || (source.mentions(fiction) && !isHome(source, at)));
    }

    /** "P.O. Box 2719, Flagstaff", "Casilla de Correo 218". */
    private int boxEnd(Source source, int from) {
        int box = source.phraseEnd(boxes, from);
        boolean pointed = from + 4 < source.size()
                && source.token(from).folded().equals("p")
                && source.token(from + 2).folded().equals("o")
                && source.token(from + 4).folded().equals("box");
        box = pointed ? from + 5 : box;
        boolean rural = from + 3 < source.size()
                && source.token(from).folded().equals("rr")
                && source.token(from + 1).isNumber()
                && source.token(from + 2).folded().equals("box");
        box = rural ? from + 3 : box;
        boolean number = box > from && box < source.size() && source.token(box).isNumber();
        return number ? rest.end(source, box + 1) : -1;
    }

    /** "San Martín al 1400", "Lavalleja 1149 PB": a name and a round number, or a number and a flat, at the start of a clause. */
    private int blockEnd(Source source, int from) {
        boolean opens = source.isLineStart(from)
                || source.token(from - 1).isOneOf(",;(|–—")
                || !source.token(from - 1).isCapital();
        if (!source.token(from).isCapital() || !opens) {
            return -1;
        }
        int name = Streets.nameEnd(source, from, false);
        int at = name > from
                        && name < source.size()
                        && source.token(name).folded().equals("al")
                ? name + 1
                : name;
        if (name <= from || at >= source.size() || !source.token(at).isNumber() || source.isLineStart(at)) {
            return -1;
        }
        String number = source.token(at).text();
        boolean round = at > name && number.length() >= 3 && number.length() <= 5 && number.endsWith("00");
        int flat = at + 1 < source.size() && source.token(at + 1).is(',') ? at + 2 : at + 1;
        boolean house = at == name && number.length() >= 2 && number.length() <= 5 && isFlat(source, flat);
        boolean clause = source.isLineStart(from)
                || source.token(from - 1).isOneOf(",;(|–—")
                || (source.token(from - 1).is(':') && isHome(source, from));
        return round || (house && clause) ? rest.end(source, at + 1) : -1;
    }

    /** A flat, a floor or the side streets; a number of a lesson has none. */
    private boolean isFlat(Source source, int at) {
        if (at >= source.size() || source.isLineStart(at)) {
            return false;
        }
        boolean number = source.token(at).isNumber() && at + 2 < source.size();
        boolean sign = number
                && source.token(at).text().length() <= 2
                && source.isGlued(at, at + 1)
                && "°ºª".contains(source.token(at + 1).text());
        boolean floor = number && source.phraseEnd(flats, at + 2) > 0;
        return sign || floor || source.phraseEnd(flats, at) > 0;
    }

    private static Span span(Source source, int from, int end) {
        return new Span(
                PiiKind.ADDRESS,
                source.token(from).start(),
                source.token(end - 1).end());
    }

    private static int skip(Source source, int from) {
        int at = from;
        while (at < source.size()
                && (source.token(at).isOneOf(":,")
                        || Set.of("la", "el", "al").contains(source.token(at).folded()))) {
            at++;
        }
        return at;
    }

    private int livingEnd(Source source, int from) {
        if (from >= source.size()) {
            return -1;
        }
        int street = source.token(from).isWord() ? streets.end(source, from) : englishEnd(source, from);
        street = street < 0 ? flatFirstEnd(source, from) : street;
        if (street > 0) {
            return street;
        }
        if (source.token(from).isNumber()) {
            return streets.numberedEnd(source, from);
        }
        if (source.token(from).isWord()) {
            int named = namedEnd(source, from);
            if (named > 0) {
                return named;
            }
            int name = Streets.nameEnd(source, from, false);
            return name < 0 ? smallEnd(source, from) : streets.numberEnd(source, name, true);
        }
        return -1;
    }

    /** "lavalle 1290 4to c": up to three words in small letters right before a number of three to five digits that counts nothing. */
    private int smallEnd(Source source, int from) {
        int at = from;
        while (at < source.size()
                && at - from < SMALL_WORDS
                && source.token(at).isWord()
                && !words.list("no_street").contains(source.token(at).folded())
                && !source.isLineStart(at)) {
            at++;
        }
        if (at == from || at >= source.size() || !source.token(at).isNumber()) {
            return -1;
        }
        int count = source.token(at).text().length();
        boolean counts = at + 1 < source.size()
                && (words.list("unit").contains(source.token(at + 1).folded())
                        || source.token(at + 1).isOneOf("%$€"));
        return count >= 3 && count <= 5 && !counts ? streets.numberEnd(source, at, true) : -1;
    }

    /** "31 Balmoral Road", "Flat 6, 31 Balmoral Road". */
    private int englishEnd(Source source, int from) {
        int at = from;
        Token first = source.token(at);
        if (!first.isNumber() || first.text().length() > LONGEST_NUMBER) {
            return -1;
        }
        at++;
        at += at < source.size() && source.token(at).text().length() == 1 && source.isGlued(at - 1, at) ? 1 : 0;
        int name = at;
        while (at < source.size()
                && at - name < 6
                && (source.token(at).isCapital() || isOrdinalStreet(source, at, name))
                && (source.isSpaced(at - 1, at)
                        || source.token(at - 1).isNumber()
                        || source.token(at - 1).is('.'))) {
            if (at > name
                    && words.list("english_street").contains(source.token(at).folded())) {
                return rest.end(source, at + 1);
            }
            at++;
            at += at < source.size()
                            && source.token(at).is('.')
                            && (source.token(at - 1).text().length() == 1
                                    || source.token(at - 1).folded().equals("st"))
                    ? 1
                    : 0;
        }
        return -1;
    }

    /** The "5" and the "th" of "77 W 5th St". */
    private static boolean isOrdinalStreet(Source source, int at, int name) {
        int number = source.token(at).isNumber() ? at : at - 1;
        return number >= name
                && number + 1 < source.size()
                && source.token(number).isNumber()
                && source.token(number).text().length() <= 3
                && source.isGlued(number, number + 1)
                && Set.of("st", "nd", "rd", "th")
                        .contains(source.token(number + 1).folded())
                && !source.token(number + 1).isCapital();
    }

    /** "Ivy Cottage, Church Lane, Upper Wenlow": a house with a name, and its street. */
    private int namedEnd(Source source, int from) {
        int at = capitalsEnd(source, from);
        if (at < source.size() && at > from && source.token(at).is(',')) {
            int street = capitalsEnd(source, at + 1);
            at = isEnglishStreet(source, at + 1, street) ? street : at;
        }
        return isEnglishStreet(source, from, at) ? rest.end(source, at) : -1;
    }

    private boolean isEnglishStreet(Source source, int from, int end) {
        return end - from >= 2
                && words.list("english_street").contains(source.token(end - 1).folded());
    }

    private static int capitalsEnd(Source source, int from) {
        int at = from;
        while (at < source.size()
                && at - from < 4
                && source.token(at).isCapital()
                && (at == from || source.isSpaced(at - 1, at))) {
            at++;
        }
        return at;
    }

    /** "Flat 6, 31 Balmoral Road", "Manzana 4 lote 12". */
    private int flatFirstEnd(Source source, int at) {
        int unit = source.phraseEnd(words.list("unit_of_house"), at);
        int next = unit;
        while (unit > at
                && next < source.size()
                && next - unit < 2
                && source.token(next).isOneOf(".:°#")) {
            next++;
        }
        if (unit < 0 || next >= source.size() || !source.token(next).isNumber()) {
            return -1;
        }
        int street = next + 1;
        street += street < source.size()
                        && source.token(street).isWord()
                        && source.token(street).text().length() == 1
                ? 1
                : 0;
        street += street < source.size() && source.token(street).is(',') ? 1 : 0;
        if (street >= source.size()) {
            return -1;
        }
        boolean plot = (source.token(at).folded().startsWith("m")
                        || words.list("flat").contains(source.token(at).folded())
                        || (words.list("plot").contains(source.token(at).folded()) && isHome(source, at)))
                && source.phraseEnd(words.list("unit_of_house"), street) > street;
        return source.token(street).isNumber() ? englishEnd(source, street) : plot ? rest.end(source, street) : -1;
    }
}
