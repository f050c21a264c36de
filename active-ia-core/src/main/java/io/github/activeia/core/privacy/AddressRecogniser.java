package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds postal addresses: a street word, a name and a number; a name and a number after "vivo en" and its like; and the English order. Flat,
 * floor, postal code and town behind it belong to it.
 */
final class AddressRecogniser implements Recogniser {
    private static final int MOST_NAME_WORDS = 7;
    private static final int MOST_REST = 14;
    private static final int LONGEST_NUMBER = 5;
    private static final Set<String> PARTICLES =
            Set.of("de", "del", "la", "las", "los", "el", "y", "san", "santa", "da", "do", "dos", "das", "e");

    private static final Set<String> ORDINALS =
            Set.of("er", "do", "ro", "to", "mo", "vo", "no", "st", "nd", "rd", "th");

    private final PiiWords words;

    AddressRecogniser(PiiWords words) {
        this.words = words;
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int end = source.token(i).isWord() ? streetEnd(source, i) : englishEnd(source, i);
            end = end < 0 ? flatFirstEnd(source, i) : end;
            int start = i;
            if (end < 0 && source.token(i).isWord()) {
                int living = source.phraseEnd(words.list("living"), i);
                start = living > i ? skip(source, living) : i;
                end = living > i ? livingEnd(source, start) : -1;
            }
            if (end > 0 && !source.isQuoted(source.token(start).start())) {
                found.add(span(source, start, end));
                i = end - 1;
            }
        }
        return found;
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

    /** A street word, up to some words, and a number. */
    private int streetEnd(Source source, int at) {
        int name = source.phraseEnd(words.list("street"), at);
        if (name <= at) {
            return -1;
        }
        boolean plain = words.list("plain_street").contains(source.token(at).folded());
        int from = name;
        while (from < source.size() && from - name < 2 && source.token(from).isOneOf("./")) {
            from++;
        }
        boolean one = source.token(at).text().length() == 1;
        if (one && !(from > name && source.token(name).is('/'))) {
            return -1;
        }
        if (from < source.size() && source.token(from).isNumber()) {
            return numberedStreetEnd(source, from);
        }
        int number = nameEnd(source, from, plain);
        return number < 0 ? -1 : numberEnd(source, number, number > from);
    }

    /** "Calle 45 # 13-27", "calle 12 n° 345", "25 de Mayo 1230". */
    private int numberedStreetEnd(Source source, int street) {
        int at = street + 1;
        boolean named = false;
        while (at < source.size() && at - street < 7 && !source.token(at).isNumber()) {
            Token token = source.token(at);
            named |= token.is('#') || words.list("number_sign").contains(token.folded()) || token.is('-');
            boolean month = words.list("month").contains(token.folded());
            named |= month;
            boolean small = token.isWord() && (token.text().length() <= 4 || month);
            if (!small && !words.list("number_sign").contains(token.folded()) && !token.isOneOf("#.°º,-")) {
                return -1;
            }
            at++;
        }
        return named && at < source.size() && source.token(at).isNumber() ? restEnd(source, at + 1) : -1;
    }

    /** Returns the index behind a street's name; one without capitals needs a street word that is nothing else. */
    private static int nameEnd(Source source, int from, boolean plain) {
        int at = from;
        boolean capital = false;
        while (at < source.size()
                && at - from < MOST_NAME_WORDS
                && source.token(at).isWord()) {
            Token token = source.token(at);
            boolean part = token.isCapital() || PARTICLES.contains(token.folded());
            boolean mark = token.folded().equals("al")
                    || (token.folded().startsWith("n") && token.text().length() <= 3);
            if (mark || !(part || plain) || (at > from && source.isLineStart(at))) {
                break;
            }
            capital |= token.isCapital();
            at++;
            boolean initial = at < source.size()
                    && source.token(at).is('.')
                    && token.text().length() <= 5;
            at += initial && at + 1 < source.size() && source.token(at + 1).isCapital() ? 1 : 0;
        }
        return capital || (plain && at > from) ? at : -1;
    }

    /** Returns the index behind the number and what follows it, or -1. */
    private int numberEnd(Source source, int from, boolean named) {
        int at = from;
        while (at < source.size() && at - from < 4 && isNumberSign(source.token(at))) {
            at++;
        }
        if (!named || at >= source.size()) {
            return -1;
        }
        int unit = source.token(at).folded().startsWith("m") ? partEnd(source, at) : at;
        if (unit > at && source.token(unit - 1).isNumber()) {
            return restEnd(source, unit);
        }
        Token number = source.token(at);
        if (number.folded().equals("s")
                && at + 2 < source.size()
                && source.token(at + 1).is('/')) {
            return restEnd(source, at + 3);
        }
        boolean adjacent = source.gap(at - 1, at).indexOf('\n') < 0;
        boolean telling = number.text().length() >= 3 || isCapitalBetween(source, from, at);
        boolean house = telling
                && number.isNumber()
                && number.text().length() <= LONGEST_NUMBER
                && adjacent
                && !isTime(source, at);
        return house ? restEnd(source, at + 1) : -1;
    }

    /** Returns whether the word right before the number's sign has a capital: in small letters a short number may be anything. */
    private static boolean isCapitalBetween(Source source, int name, int number) {
        for (int i = number - 1; i >= Math.max(0, name - MOST_NAME_WORDS); i--) {
            if (source.token(i).isCapital()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(Source source, int at) {
        return at + 2 < source.size()
                && source.token(at + 1).isOneOf(":.,")
                && source.token(at + 2).isNumber()
                && source.gap(at, at + 1).isEmpty()
                && source.gap(at + 1, at + 2).isEmpty();
    }

    private boolean isNumberSign(Token token) {
        return token.isOneOf(",#.°º") || words.list("number_sign").contains(token.folded());
    }

    private int livingEnd(Source source, int from) {
        if (from >= source.size()) {
            return -1;
        }
        int street = source.token(from).isWord() ? streetEnd(source, from) : englishEnd(source, from);
        if (street > 0) {
            return street;
        }
        if (source.token(from).isNumber()) {
            return numberedStreetEnd(source, from);
        }
        if (source.token(from).isWord()) {
            int name = nameEnd(source, from, false);
            return name < 0 ? -1 : numberEnd(source, name, true);
        }
        return -1;
    }

    /** "31 Balmoral Road", "Flat 6, 31 Balmoral Road". */
    private int englishEnd(Source source, int from) {
        int at = from;
        Token first = source.token(at);
        if (!first.isNumber() || first.text().length() > LONGEST_NUMBER) {
            return -1;
        }
        at++;
        at += at < source.size()
                        && source.token(at).text().length() == 1
                        && source.gap(at - 1, at).isEmpty()
                ? 1
                : 0;
        int name = at;
        while (at < source.size()
                && at - name < 4
                && source.token(at).isCapital()
                && source.gap(at - 1, at).equals(" ")) {
            if (at > name
                    && words.list("english_street").contains(source.token(at).folded())) {
                return restEnd(source, at + 1);
            }
            at++;
            at += at < source.size()
                            && source.token(at).is('.')
                            && source.token(at - 1).text().length() == 1
                    ? 1
                    : 0;
        }
        return -1;
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
        boolean plot = source.token(at).folded().startsWith("m")
                && source.phraseEnd(words.list("unit_of_house"), street) > street;
        return source.token(street).isNumber() ? englishEnd(source, street) : plot ? restEnd(source, street) : -1;
    }

    /** Floor, flat, tower, postal code, quarter and town, as long as they follow one another. */
    private int restEnd(Source source, int from) {
        int end = from;
        for (int round = 0; round < MOST_REST; round++) {
            int next = partEnd(source, end);
            if (next <= end) {
                break;
            }
            end = next;
        }
        return end;
    }

    private int partEnd(Source source, int from) {
        int at = from;
        while (at < source.size() && at - from < 2 && source.token(at).isOneOf(",.-–/") && !source.isLineStart(at)) {
            at++;
        }
        if (at >= source.size() || source.isLineStart(at)) {
            return from;
        }
        boolean sign = at > from;
        Token token = source.token(at);
        int unit = source.phraseEnd(words.list("unit_of_house"), at);
        if (unit > at) {
            return unitEnd(source, unit);
        }
        boolean comma = sign && source.token(from).isOneOf(",-–");
        boolean glued = at > 0 && source.gap(at - 1, at).isEmpty();
        if (token.isNumber()) {
            return flatEnd(source, at, sign, from);
        }
        boolean letter = token.isWord() && token.text().length() == 1 && token.isCapital();
        if ((letter || isOrdinal(token)) && (glued || sign || isFloor(source, at - 1))) {
            return at + 1;
        }
        return comma ? townEnd(source, at, from) : from;
    }

    private static boolean isOrdinal(Token token) {
        boolean word = token.isWord() && ORDINALS.contains(token.folded());
        return "°ºª".indexOf(token.text().charAt(0)) >= 0 || word;
    }

    private static boolean isFloor(Source source, int at) {
        Token token = source.token(at);
        return isOrdinal(token) || token.folded().equals("o") || token.folded().equals("a") || token.isNumber();
    }

    /** The value of a unit: "piso 3", "dpto. B", "col. Roma Norte". */
    private static int unitEnd(Source source, int from) {
        int at = from;
        while (at < source.size() && at - from < 3 && source.token(at).isOneOf(".:°º#")) {
            at++;
        }
        boolean place = Set.of(
                        "barrio",
                        "col",
                        "colonia",
                        "b",
                        "urb",
                        "urbanizacion",
                        "localidad",
                        "villa",
                        "alcaldia",
                        "comuna")
                .contains(source.token(from - 1).folded());
        int value = at;
        while (place && at < source.size() && at - value < 4 && isTownWord(source, at, value)) {
            at++;
        }
        if (at > value || at >= source.size() || source.isLineStart(at)) {
            return Math.max(at, from);
        }
        Token token = source.token(at);
        boolean single = token.isNumber() || (token.isWord() && token.text().length() == 1);
        if (!single) {
            return from;
        }
        at++;
        boolean letter = at < source.size()
                && source.token(at).isWord()
                && source.token(at).text().length() == 1
                && source.gap(at - 1, at).length() <= 1
                && (source.token(at).isCapital() || source.gap(at - 1, at).isEmpty());
        return letter ? at + 1 : at;
    }

    /** "3º B", "1D", "28013 Madrid", "13-27". */
    private static int flatEnd(Source source, int at, boolean sign, int from) {
        Token token = source.token(at);
        boolean hyphen = sign && source.token(from).isOneOf("-–/");
        int next = at + 1;
        boolean ordinal = next < source.size()
                && source.gap(at, next).isEmpty()
                && (isOrdinal(source.token(next))
                        || (source.token(next).text().length() == 1
                                && source.token(next).isWord()));
        boolean postal = token.text().length() == 5 || token.text().length() == 4;
        boolean town = postal
                && sign
                && next < source.size()
                && source.token(next).isCapital()
                && source.gap(at, next).equals(" ");
        if (ordinal || (hyphen && token.text().length() <= 4)) {
            return ordinal ? next + 1 : next;
        }
        if (town) {
            int end = next;
            while (end < source.size() && end - next < 3 && isTownWord(source, end, next)) {
                end++;
            }
            return end;
        }
        return postal && sign && token.text().length() == 5 ? next : from;
    }

    private static boolean isTownWord(Source source, int at, int first) {
        Token token = source.token(at);
        boolean joined = at == first || source.gap(at - 1, at).equals(" ");
        boolean particle = PARTICLES.contains(token.folded())
                && at > first
                && at + 1 < source.size()
                && source.token(at + 1).isCapital();
        return joined && token.isWord() && (token.isCapital() || particle);
    }

    /** A town behind a comma: capitals up to the end of the clause, and a British postcode. */
    private int townEnd(Source source, int at, int from) {
        int end = at;
        while (end < source.size() && end - at < 4 && isTownWord(source, end, at)) {
            end++;
        }
        if (end == at || words.list("not_town").contains(source.token(at).folded())) {
            return from;
        }
        while (end < source.size()
                && source.token(end).isNumber()
                && source.gap(end - 1, end).length() <= 1
                && end - at < 8) {
            end++;
            boolean letters = end < source.size()
                    && source.token(end).isCapital()
                    && source.token(end).text().length() <= 2
                    && source.gap(end - 1, end).isEmpty();
            end += letters ? 1 : 0;
        }
        return end >= source.size()
                        || source.isLineEnd(end - 1)
                        || !source.token(end).isWord()
                        || endsTown(source, end)
                ? end
                : from;
    }

    private static boolean endsTown(Source source, int end) {
        return Set.of("y", "and", "pero", "but", "o", "si", "por", "con", "same", "de")
                .contains(source.token(end).folded());
    }
}
