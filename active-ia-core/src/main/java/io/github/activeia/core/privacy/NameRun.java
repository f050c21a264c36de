package io.github.activeia.core.privacy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how far a name goes: capitals, particles between them, initials, and where nothing else can be meant small letters too. */
final class NameRun {
    private static final int MOST_WORDS = 6;
    private static final int INITIALLED = 3;
    private static final int MOST_UNKNOWN = 2;
    private static final int SHORTEST_SURNAME = 4;
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "van", "von", "der", "den", "da", "do", "dos", "das", "di", "y", "e",
            "san", "bin", "al", "el", "ibn", "ter", "le", "i");
    private static final Set<String> CONTRACTED = Set.of("m", "re", "ve", "ll", "d", "t");
    private static final Set<String> CAPITALS =
            Set.of("el", "al", "la", "del", "de", "van", "von", "der", "den", "di", "da", "dos", "ter", "le", "bin");

    private final WordList notNames;
    private final WordList firstNames;
    private final WordList surnames;
    private final WordList brands;
    private final WordList labels;
    private final List<WordList> ids;

    NameRun(PiiWords words) {
        notNames = words.list("not_name");
        firstNames = words.list("first_name");
        surnames = words.list("surname");
        brands = words.list("brand");
        labels = words.list("beside");
        ids = Stream.of("dni", "phone", "legajo", "cuil", "rut", "cpf")
                .map(words::list)
                .toList();
    }

    boolean isFirstName(Token token) {
        return token.isWord() && isFirst(bare(token));
    }

    private boolean isFirst(String folded) {
        int hyphen = folded.indexOf('-');
        return firstNames.contains(folded) || (hyphen > 0 && firstNames.contains(folded.substring(0, hyphen)));
    }

    boolean isSurname(Token token) {
        return token.isWord() && isSurname(bare(token));
    }

    private boolean isSurname(String folded) {
        return surnames.contains(folded)
                || (folded.length() > 5
                        && (folded.endsWith("ez")
                                || folded.endsWith("oz")
                                || folded.endsWith("uz")
                                || folded.endsWith("ini")
                                || folded.endsWith("etti")
                                || folded.endsWith("elli")
                                || folded.endsWith("ski")
                                || folded.endsWith("sky")
                                || folded.endsWith("berg")));
    }

    /** A possessive's "'s" is no part of the name. */
    static String bare(Token token) {
        String folded = token.folded();
        return folded.endsWith("'s") ? folded.substring(0, folded.length() - 2) : folded;
    }

    private static int endOf(Token token) {
        return token.folded().endsWith("'s") ? token.end() - 2 : token.end();
    }

    /** Returns the span of a name, from a token (inclusive) to another (exclusive). */
    Span span(Source source, int from, int end) {
        return new Span(PiiKind.NAME, source.token(from).start(), endOf(source.token(end - 1)));
    }

    /** Returns whether a word may be a part of a name: it has a capital, and is no known other word. */
    boolean isProper(Token token) {
        if (!token.isCapital() || token.isCamel() || isContraction(token.folded())) {
            return false;
        }
        String folded = bare(token);
        boolean known = isFirst(folded) || isSurname(folded);
        return (known || !token.isShouted())
                && (isFirst(folded) || !notNames.contains(folded))
                && !brands.contains(folded);
    }

    /** "I'm", "we've", "don't": a verb is in it. */
    private static boolean isContraction(String folded) {
        int mark = folded.indexOf('\'');
        return mark > 0 && CONTRACTED.contains(folded.substring(mark + 1));
    }

    /** Returns the index behind the name that starts at a token, or that index if there is none. */
    int end(Source source, int from, boolean small) {
        int end = from;
        for (int at = from; at < source.size() && at - from < 2 * MOST_WORDS; at++) {
            Token token = source.token(at);
            if (at > from && !isJoined(source, at)) {
                break;
            }
            if (token.is('.')) {
                boolean initial = at > from && source.token(at - 1).text().length() == 1;
                if (!initial) {
                    break;
                }
            } else if (isProper(token) || isSmall(source, from, at, small)) {
                end = at + 1;
                if (token.folded().endsWith("'s") && token.text().length() > 2) {
                    break;
                }
            } else if (isOddSurname(source, from, at)) {
                return at + 1;
            } else if (at == from || !isParticle(source, at)) {
                break;
            }
        }
        return end;
    }

    /** "Yurany Ospina Calle,": a surname that is another word too, behind a known surname, at the end of a clause. */
    private boolean isOddSurname(Source source, int from, int at) {
        Token token = source.token(at);
        return at - from >= 2
                && token.isCapital()
                && !token.isShouted()
                && !brands.contains(bare(token))
                && isSurname(source.token(at - 1))
                && at + 1 < source.size()
                && source.token(at + 1).is(',')
                && !source.is(labels, at)
                && !isId(source, at);
    }

    private static boolean isJoined(Source source, int at) {
        boolean sign = source.token(at).is('.') && source.isGlued(at - 1, at);
        boolean afterInitial = source.token(at - 1).is('.') && source.isNear(at - 1, at);
        return sign || afterInitial || source.isSpaced(at - 1, at);
    }

    private boolean isParticle(Source source, int at) {
        for (int i = at; i < source.size() && i - at < 3; i++) {
            Token token = source.token(i);
            boolean joined = i == at || source.isSpaced(i - 1, i);
            if (i > at && joined && isProper(token)) {
                // "Ana y Pedro" are two people, "Ortega y Gasset" is one; a first name behind "y" starts another.
                return !isAnd(source.token(i - 1)) && !isAnd(source.token(at));
            }
            boolean capital = token.isCapital() && i == at && !isProper(token) && !CAPITALS.contains(token.folded());
            if (!joined || !PARTICLES.contains(token.folded()) || capital) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAnd(Token token) {
        return token.folded().equals("y") || token.folded().equals("e");
    }

    private boolean isSmall(Source source, int from, int at, boolean small) {
        Token token = source.token(at);
        if (!small || !token.isWord() || token.isCapital()) {
            return false;
        }
        String folded = bare(token);
        if (at == from) {
            return isFirst(folded) || (!notNames.contains(folded) && folded.length() > 2 && endsClause(source, at));
        }
        boolean lower = !source.token(from).isCapital() && isFirst(bare(source.token(from)));
        boolean another = isFirst(folded) && !notNames.contains(folded);
        boolean ends = endsClause(source, at) || source.is(labels, at + 1);
        boolean last = at == from + 1 && folded.length() >= 5 && !notNames.contains(folded) && ends;
        return lower && (another || isSurname(folded) || last || isBeforeId(source, at));
    }

    /** "tomas agustin quiroz bresan dni 40…": unknown surnames in small letters, where the name of an id follows them. */
    private boolean isBeforeId(Source source, int at) {
        for (int i = at;
                i < Math.min(source.size(), at + MOST_UNKNOWN)
                        && source.token(i).isWord();
                i++) {
            String folded = bare(source.token(i));
            if (folded.length() < SHORTEST_SURNAME || notNames.contains(folded)) {
                return false;
            }
            if (i + 2 < source.size() && isId(source, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isId(Source source, int at) {
        for (WordList id : ids) {
            if (source.is(id, at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a clause ends behind a token: a sign, the end of the line or "and". */
    static boolean endsClause(Source source, int at) {
        if (source.isLineEnd(at)) {
            return true;
        }
        Token next = source.token(at + 1);
        return next.isOneOf(",.;!:?()/-–|")
                || Set.of("y", "and", "from", "de", "pero", "but", "del").contains(next.folded());
    }

    /** Returns whether a name of several words, or one that starts with a known first name, stands there. */
    boolean isSure(Source source, int from, int end) {
        int words = 0;
        for (int i = from; i < end; i++) {
            words += source.token(i).isCapital() && source.token(i).text().length() > 1 ? 1 : 0;
        }
        boolean initial =
                end - from >= INITIALLED && words == 1 && source.token(from + 1).is('.');
        return end > from && (words >= 2 || initial || isFirstName(source.token(from)));
    }

    boolean isKnown(Source source, int from, int end) {
        return end > from && isFirstName(source.token(from));
    }
}
