package io.github.activeia.core.privacy;

/** Reads a street with its number: a street word, a name and a number, or a street that is a number itself. Immutable. */
final class Streets {
    private static final int MOST_NAME_WORDS = 7;
    private static final int LONGEST_NUMBER = 5;

    private final PiiWords words;
    private final AddressRest rest;
    private final WordList streets;
    private final WordList exercises;

    Streets(PiiWords words, AddressRest rest) {
        this.words = words;
        this.rest = rest;
        this.streets = words.list("street");
        this.exercises = words.list("exercise");
    }

    /** A street word, up to some words, and a number. */
    int end(Source source, int at) {
        int name = source.phraseEnd(streets, at);
        if (name <= at) {
            return -1;
        }
        if (words.list("road").contains(source.token(at).folded())) {
            return roadEnd(source, name);
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
            return numberedEnd(source, from);
        }
        int number = nameEnd(source, from, plain);
        return number < 0 || source.is(exercises, number - 1) ? -1 : numberEnd(source, number, number > from);
    }

    /** "Ruta 5 km 42.500", "Ruta Nacional 8, km 371": a road is long, and only its kilometre is an address. */
    private int roadEnd(Source source, int from) {
        for (int i = from; i < Math.min(source.size(), from + MOST_NAME_WORDS); i++) {
            int end = rest.kilometreEnd(source, i);
            if (end > i) {
                return rest.end(source, end);
            }
            Token token = source.token(i);
            boolean name = token.isNumber()
                    || token.isOneOf(".,º°")
                    || token.isCapital()
                    || token.text().length() <= 2
                    || words.list("road_kind").contains(token.folded());
            if (!name || source.isLineEnd(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "calle 58 e/ 7 y 8 nº 612": the side streets stand before the number, and tell enough without it. */
    private int betweenEnd(Source source, int from) {
        int side = rest.sideEnd(source, from);
        if (side <= from) {
            return -1;
        }
        int at = side;
        while (at < source.size() && at - side < 3 && isNumberSign(source.token(at))) {
            at++;
        }
        boolean number = at > side && at < source.size() && source.token(at).isNumber() && !source.isLineStart(at);
        return rest.end(source, number ? at + 1 : side);
    }

    /** "Calle 45 # 13-27", "calle 12 n° 345", "25 de Mayo 1230". */
    int numberedEnd(Source source, int street) {
        int between = betweenEnd(source, street + 1);
        if (between > 0) {
            return between;
        }
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
        if (!named || at >= source.size() || !source.token(at).isNumber()) {
            return -1;
        }
        boolean road = source.token(at - 1).folded().equals("km") && isTime(source, at);
        return rest.end(source, road ? at + 3 : at + 1);
    }

    /** Returns the index behind a street's name; one without capitals needs a street word that is nothing else. */
    static int nameEnd(Source source, int from, boolean plain) {
        int at = from;
        boolean capital = false;
        while (at < source.size()
                && at - from < MOST_NAME_WORDS
                && source.token(at).isWord()) {
            Token token = source.token(at);
            boolean part = token.isCapital() || AddressRest.PARTICLES.contains(token.folded());
            boolean mark = token.folded().equals("al")
                    || (token.folded().startsWith("n") && token.text().length() <= 3);
            mark |= token.folded().equals("s")
                    && at + 1 < source.size()
                    && source.token(at + 1).is('/');
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
    int numberEnd(Source source, int from, boolean named) {
        int at = from;
        while (at < source.size() && at - from < 4 && isNumberSign(source.token(at))) {
            at++;
        }
        if (!named || at >= source.size()) {
            return -1;
        }
        int unit = source.token(at).folded().startsWith("m") ? rest.partEnd(source, at) : at;
        if (unit > at && source.token(unit - 1).isNumber()) {
            return rest.end(source, unit);
        }
        Token number = source.token(at);
        if (number.folded().equals("s")
                && at + 2 < source.size()
                && source.token(at + 1).is('/')
                && source.token(at + 2).folded().equals("n")) {
            return rest.end(source, at + 3);
        }
        boolean adjacent = !source.isLineStart(at);
        boolean telling = number.text().length() >= 3 || isCapitalBetween(source, from, at);
        boolean house = telling
                && number.isNumber()
                && number.text().length() <= LONGEST_NUMBER
                && adjacent
                && !isTime(source, at);
        boolean road =
                at > from && source.token(at - 1).folded().equals("km") && number.isNumber() && isTime(source, at);
        return road ? rest.end(source, at + 3) : house ? rest.end(source, at + 1) : -1;
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
                && source.isGlued(at, at + 1)
                && source.isGlued(at + 1, at + 2);
    }

    private boolean isNumberSign(Token token) {
        return token.isOneOf(",#.°")
                || token.text().equals("º")
                || words.list("number_sign").contains(token.folded());
    }
}
