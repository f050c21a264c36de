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

    private final PiiWords words;
    private final AddressRest rest;
    private final Streets streets;

    AddressRecogniser(PiiWords words) {
        this.words = words;
        this.rest = new AddressRest(words);
        this.streets = new Streets(words, rest);
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int end = source.token(i).isWord() ? streets.end(source, i) : englishEnd(source, i);
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

    private int livingEnd(Source source, int from) {
        if (from >= source.size()) {
            return -1;
        }
        int street = source.token(from).isWord() ? streets.end(source, from) : englishEnd(source, from);
        if (street > 0) {
            return street;
        }
        if (source.token(from).isNumber()) {
            return streets.numberedEnd(source, from);
        }
        if (source.token(from).isWord()) {
            int name = Streets.nameEnd(source, from, false);
            return name < 0 ? -1 : streets.numberEnd(source, name, true);
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
        at += at < source.size() && source.token(at).text().length() == 1 && source.isGlued(at - 1, at) ? 1 : 0;
        int name = at;
        while (at < source.size() && at - name < 4 && source.token(at).isCapital() && source.isSpaced(at - 1, at)) {
            if (at > name
                    && words.list("english_street").contains(source.token(at).folded())) {
                return rest.end(source, at + 1);
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
        return source.token(street).isNumber() ? englishEnd(source, street) : plot ? rest.end(source, street) : -1;
    }
}
