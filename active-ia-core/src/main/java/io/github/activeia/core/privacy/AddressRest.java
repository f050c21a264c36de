package io.github.activeia.core.privacy;

import java.util.Set;

/** Reads what follows the number of a house: floor, flat, tower, side streets, postal code, quarter and town. Immutable. */
final class AddressRest {
    private static final int MOST_PARTS = 14;
    static final Set<String> PARTICLES =
            Set.of("de", "del", "la", "las", "los", "el", "y", "san", "santa", "da", "do", "dos", "das", "e");
    private static final Set<String> ORDINALS =
            Set.of("er", "do", "ro", "to", "mo", "vo", "no", "st", "nd", "rd", "th");

    private static final Set<String> LEVELS = Set.of("baja", "alta", "izda", "izq", "dcha", "derecha", "izquierda");

    private static final Set<String> BEHIND_TOWNS = Set.of(
            "y", "and", "pero", "but", "o", "si", "por", "con", "same", "de", "es", "is", "so", "if", "para", "for",
            "because", "porque", "sin", "without", "cuando", "hasta", "no", "tengo", "estoy", "a", "at", "y/o", "asi",
            "donde", "where", "in", "as", "que", "please", "porfa", "desde");

    private final WordList units;
    private final WordList places;
    private final WordList corners;
    private final WordList and;
    private final WordList notTowns;
    private final WordList valued;

    AddressRest(PiiWords words) {
        units = words.list("unit_of_house");
        places = words.list("place");
        corners = words.list("corner");
        and = words.list("and");
        notTowns = words.list("not_town");
        valued = words.list("valued_unit");
    }

    /** Floor, flat, tower, postal code, quarter and town, as long as they follow one another. */
    int end(Source source, int from) {
        int end = from;
        for (int round = 0; round < MOST_PARTS; round++) {
            int next = partEnd(source, end);
            if (next <= end) {
                break;
            }
            end = next;
        }
        return end;
    }

    int partEnd(Source source, int from) {
        int at = from;
        while (at < source.size() && at - from < 2 && source.token(at).isOneOf(",.-–/") && !source.isLineStart(at)) {
            at++;
        }
        if (at >= source.size() || source.isLineStart(at)) {
            return from;
        }
        boolean sign = at > from;
        int kilometre = kilometreEnd(source, at);
        if (kilometre > at) {
            return kilometre;
        }
        if (source.token(at).is('#')
                && at + 1 < source.size()
                && source.token(at + 1).isNumber()
                && source.isGlued(at, at + 1)) {
            return at + 2;
        }
        if (source.token(at).is('(')) {
            return bracketEnd(source, at, from);
        }
        Token token = source.token(at);
        if (token.isOneOf("\"“«") && at + 2 < source.size() && isQuotedFlat(source, at)) {
            return at + 3;
        }
        int unit = source.phraseEnd(units, at);
        if (unit > at) {
            return unitEnd(source, unit, from);
        }
        int side = sideEnd(source, at);
        if (side > at) {
            return side;
        }
        boolean comma = sign
                && (source.token(from).isOneOf(",-–") || source.token(at - 1).is(','));
        boolean glued = at > 0 && source.isGlued(at - 1, at);
        if (token.isNumber()) {
            return flatEnd(source, at, sign, from);
        }
        int zone = comma ? zoneEnd(source, at) : at;
        if (zone > at) {
            return zone;
        }
        boolean letter = token.isWord() && token.text().length() == 1 && token.isCapital();
        boolean point = sign && source.token(from).is('.') && !glued;
        boolean ordinal =
                isOrdinal(token) && (glued || "°ºª".indexOf(token.text().charAt(0)) >= 0);
        if ((letter || ordinal) && !point && (glued || sign || isFloor(source, at - 1))) {
            return at + 1;
        }
        return comma ? townEnd(source, at, from) : from;
    }

    /** "km 371", "km 42.500". */
    int kilometreEnd(Source source, int at) {
        int number = at + 1;
        number += number < source.size() && source.token(number).is('.') ? 1 : 0;
        if (!source.token(at).folded().equals("km")
                || number >= source.size()
                || !source.token(number).isNumber()) {
            return at;
        }
        boolean decimals = number + 2 < source.size()
                && source.token(number + 1).isOneOf(".,")
                && source.token(number + 2).isNumber()
                && source.isGlued(number, number + 1)
                && source.isGlued(number + 1, number + 2);
        return decimals ? number + 3 : number + 1;
    }

    /** "S2000 Rosario": an Argentine postal code starts with a letter. */
    private static int zoneEnd(Source source, int at) {
        boolean code = at + 2 < source.size()
                && source.token(at).text().length() == 1
                && source.token(at).isCapital()
                && source.token(at + 1).isNumber()
                && source.token(at + 1).text().length() == 4
                && source.isGlued(at, at + 1);
        if (!code) {
            return at;
        }
        int town = at + 2;
        town += source.token(town).text().length() == 3 && source.isGlued(town - 1, town) ? 1 : 0;
        int end = town;
        while (end < source.size() && end - town < 3 && isTownWord(source, end, town)) {
            end++;
        }
        return end;
    }

    /** "(fondo)", "(9120) Puerto Madryn": a part in brackets, and the town behind a postal code. */
    private int bracketEnd(Source source, int at, int from) {
        if (at + 2 >= source.size() || !source.token(at + 2).is(')')) {
            return from;
        }
        Token inside = source.token(at + 1);
        boolean postal = inside.isNumber()
                && (inside.text().length() == 4 || inside.text().length() == 5);
        int end = at + 3;
        if (!postal) {
            return source.phraseEnd(units, at + 1) == at + 2 || inside.folded().equals("fondo") ? end : from;
        }
        int town = end;
        while (town < source.size() && town - end < 4 && isTownWord(source, town, end)) {
            town++;
        }
        boolean behindTown = from > 0 && source.token(from - 1).isCapital();
        return town > end ? town : behindTown ? end : from;
    }

    /** "entre Alem y Mitre", "e/ 11 y 12", "esq. Morelos". */
    int sideEnd(Source source, int from) {
        if (!source.is(corners, from)) {
            return -1;
        }
        int at = from + 1;
        while (at < source.size() && at - from < 3 && source.token(at).isOneOf("./")) {
            at++;
        }
        int end = crossEnd(source, at);
        boolean two = end > at && end < source.size() && source.is(and, end);
        int last = two ? crossEnd(source, end + 1) : -1;
        return last > end + 1 ? last : end > at && !source.token(from).folded().equals("entre") ? end : -1;
    }

    private static int crossEnd(Source source, int from) {
        if (from < source.size() && source.token(from).isNumber()) {
            boolean day = from + 2 < source.size()
                    && source.token(from + 1).folded().equals("de")
                    && source.token(from + 2).isCapital();
            return day ? from + 3 : from + 1;
        }
        int at = from;
        while (at < source.size()
                && at - from < 4
                && isTownWord(source, at, from)
                && !Set.of("y", "e").contains(source.token(at).folded())) {
            at++;
        }
        return at;
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
    private int unitEnd(Source source, int from, int before) {
        int at = from;
        while (at < source.size() && at - from < 3 && source.token(at).isOneOf(".:°º#")) {
            at++;
        }
        boolean place = source.is(places, from - 1);
        int value = at;
        while (place && at < source.size() && at - value < 4 && isTownWord(source, at, value)) {
            at++;
        }
        if (place && at == value) {
            return source.token(from - 1).text().length() == 1 ? from : before;
        }
        if (at > value || at >= source.size() || source.isLineStart(at)) {
            return Math.max(at, from);
        }
        if (source.token(at).isOneOf("\"'“«") && at + 2 < source.size() && isQuotedFlat(source, at)) {
            return at + 3;
        }
        Token token = source.token(at);
        boolean level = LEVELS.contains(token.folded());
        boolean side = source.phraseEnd(units, at) == at + 1
                && source.token(from - 1).folded().startsWith("esc");
        boolean single = side
                || level
                || token.isNumber()
                || (token.isWord() && token.text().length() == 1 && !isJoiningWord(source, at));
        if (!single) {
            boolean named = token.isCapital() && source.isSpaced(at - 1, at);
            boolean ordered = from > 1
                    && (isOrdinal(source.token(from - 2))
                            || source.token(from - 2).isNumber());
            return valued.contains(source.token(from - 1).folded()) && token.isWord() && !named && !ordered
                    ? before
                    : from;
        }
        at++;
        boolean letter = at < source.size()
                && source.token(at).isWord()
                && source.token(at).text().length() == 1
                && source.isNear(at - 1, at)
                && (source.token(at).isCapital() || source.isGlued(at - 1, at));
        return letter ? at + 1 : at;
    }

    /** "2do piso y voy": a letter that is a word, unless nothing follows it. */
    private static boolean isJoiningWord(Source source, int at) {
        Token token = source.token(at);
        boolean word = !token.isCapital() && "aeoyu".contains(token.folded());
        return word && at + 1 < source.size() && source.token(at + 1).isWord() && !source.isLineEnd(at);
    }

    /** One letter or number between quotation marks: {@code 7° "C"}. */
    private static boolean isQuotedFlat(Source source, int at) {
        Token inside = source.token(at + 1);
        boolean flat = inside.text().length() == 1
                || (inside.isNumber() && inside.text().length() <= 3);
        return flat && source.token(at + 2).isOneOf("\"'”»");
    }

    /** "3º B", "1D", "28013 Madrid", "13-27". */
    private static int flatEnd(Source source, int at, boolean sign, int from) {
        Token token = source.token(at);
        boolean hyphen = sign && source.token(from).isOneOf("-–/");
        int next = at + 1;
        boolean ordinal = next < source.size()
                && source.isGlued(at, next)
                && (isOrdinal(source.token(next))
                        || (source.token(next).text().length() == 1
                                && source.token(next).isWord()));
        boolean pointed = next + 1 < source.size()
                && source.isGlued(at, next)
                && source.token(next).is('.')
                && source.isGlued(next, next + 1)
                && "ºª°".contains(source.token(next + 1).text());
        if (pointed) {
            return next + 2;
        }
        if (isSpacedFlat(source, at)) {
            return next + 1;
        }
        boolean postal = token.text().length() == 5 || token.text().length() == 4;
        boolean town =
                postal && sign && next < source.size() && source.token(next).isCapital() && source.isSpaced(at, next);
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

    /** "8820 5 b": a floor and a letter behind the number of the house. */
    private static boolean isSpacedFlat(Source source, int at) {
        int letter = at + 1;
        boolean shaped = at > 0
                && source.isSpaced(at - 1, at)
                && source.token(at).text().length() <= 2
                && letter < source.size()
                && source.isSpaced(at, letter)
                && source.token(letter).isWord()
                && source.token(letter).text().length() == 1;
        if (!shaped || source.token(at - 1).isOneOf(",")) {
            return false;
        }
        boolean closes = source.isLineEnd(letter)
                || !source.token(letter + 1).isWord()
                || Set.of("y", "and", "tel", "cel")
                        .contains(source.token(letter + 1).folded());
        return source.token(letter).isCapital()
                || (closes && !"yeou".contains(source.token(letter).folded()));
    }

    private static boolean isTownWord(Source source, int at, int first) {
        Token token = source.token(at);
        boolean joined = at == first || source.isSpaced(at - 1, at);
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
        if (end == at || source.is(notTowns, at)) {
            return from;
        }
        while (end < source.size() && source.token(end).isNumber() && source.isNear(end - 1, end) && end - at < 8) {
            end++;
            boolean letters = end < source.size()
                    && source.token(end).isCapital()
                    && source.token(end).text().length() <= 2
                    && source.isGlued(end - 1, end);
            end += letters ? 1 : 0;
        }
        Token last = source.token(end - 1);
        boolean british = last.text().length() <= 2
                && end - 2 > at
                && source.token(end - 2).isNumber();
        boolean code = british || (last.isNumber() && last.text().length() == 5);
        return end >= source.size()
                        || code
                        || source.isLineEnd(end - 1)
                        || !source.token(end).isWord()
                        || endsTown(source, end)
                ? end
                : from;
    }

    private static boolean endsTown(Source source, int end) {
        return BEHIND_TOWNS.contains(source.token(end).folded());
    }
}
