package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What tells whether a name is of somebody the writer knows: its own shape, the words beside it, and its sentence. Immutable. */
final class NameFeatures {
    private static final int REACH = 14;
    private static final int SIDE = 2;
    private static final int SHORTEST_NICK = 4;
    private static final int LONGEST_NICK = 7;
    private static final int SHORTEST_VARIANT = 5;
    private static final int SHORTEST_PLURAL = 5;
    /** The lists whose words count beside a name; each is a feature of its own on every side. */
    private static final List<String> CLASSES = List.of(
            "introduction",
            "weak_introduction",
            "name_label",
            "relation",
            "kin",
            "title",
            "owner",
            "possessive",
            "name_link",
            "company",
            "here",
            "closing",
            "fiction",
            "greeting",
            "called",
            "filing",
            "and",
            "of",
            "to",
            "together",
            "name_article",
            "errand_past",
            "story_verb",
            "exercise",
            "statement",
            "course_life",
            "course_exam",
            "study",
            "asked",
            "says",
            "adverb",
            "me",
            "us",
            "opinion",
            "absence",
            "first_person",
            "own_deed",
            "marking",
            "undone",
            "asking",
            "thing",
            "famous",
            "street",
            "living",
            "beside",
            "month",
            "unit",
            "eponym",
            "code_context");

    private static final List<String> TEXT = List.of("fiction", "statement", "exercise", "beside", "relation");

    private static final Set<String> NOT_VERBS =
            Set.of("aqui", "alli", "asi", "ahi", "tambien", "cafe", "porque", "comite");
    private static final long OWN = 1L << CLASSES.indexOf("own_deed");

    private final WordList eponyms;
    private final WordList streets;
    private final WordList places;
    private final List<WordList> text;
    private final Map<String, Long> classes = new HashMap<>();
    private final Set<String> spellings = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Map<Side, List<String>> names = new EnumMap<>(Side.class);

    /** Where a word stands, seen from the name. */
    private enum Side {
        P1,
        P2,
        N1,
        N2,
        BEFORE,
        AFTER
    }

    NameFeatures(PiiWords words) {
        for (String name : words.list("first_name")) {
            if (name.length() >= SHORTEST_VARIANT) {
                spellings.add(spelling(name));
            }
            for (int length = SHORTEST_NICK; length < Math.min(LONGEST_NICK, name.length()); length++) {
                beginnings.add(name.substring(0, length));
            }
        }
        streets = words.list("street");
        places = words.list("institution");
        eponyms = words.list("eponym");
        text = TEXT.stream().map(words::list).toList();
        for (int i = 0; i < CLASSES.size(); i++) {
            for (String phrase : words.list(CLASSES.get(i))) {
                // Of a phrase its last word counts, which stands beside the name.
                int joint = phrase.lastIndexOf('_');
                classes.merge(phrase.substring(joint + 1), 1L << i, (a, b) -> a | b);
            }
        }
        for (Side side : Side.values()) {
            names.put(side, CLASSES.stream().map(c -> side + ":" + c).toList());
        }
    }

    /** "Benja", "Guille": names are cut short; the list has those of the long form. */
    boolean isNickname(Token token) {
        String bare = NameRun.bare(token);
        return token.isCapital() && (beginnings.contains(bare) || spellings.contains(spelling(bare)));
    }

    /** "la paradoja de …": what is called after somebody. */
    boolean isEponym(Token token) {
        return token.isWord() && eponyms.contains(token.folded());
    }

    /** "Jhosep", "Micaella", "Thiago": the same for all ways of writing a sound. */
    private static String spelling(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean silent = c == 'h' && (i == 0 || name.charAt(i - 1) != 'c');
            char written = c == 'y' ? 'i' : c == 'k' ? 'c' : c == 'z' ? 's' : c == 'v' ? 'b' : c;
            boolean twice = plain.length() > 0 && plain.charAt(plain.length() - 1) == written;
            if (!silent && !twice) {
                plain.append(written);
            }
        }
        return plain.toString();
    }

    /** Returns whether a word names what stands somewhere: a street, a school, a hospital. */
    boolean isPlace(Source source, int at) {
        return source.is(streets, at) || places.contains(source.token(at).folded());
    }

    private long classesOf(Token token) {
        return token.isWord() ? classes.getOrDefault(token.folded(), 0L) : 0L;
    }

    /** Returns the features of the name between two tokens. */
    List<String> of(NameScan scan, int from, int end) {
        List<String> found = new ArrayList<>(48);
        addShape(scan, from, end, found);
        addBeside(scan.source(), from, end, found);
        addSentence(scan.source(), from, end, found);
        addText(scan, from, found);
        return found;
    }

    private void addShape(NameScan scan, int from, int end, List<String> found) {
        Source source = scan.source();
        Token first = source.token(from);
        boolean known = scan.isFirstName(from);
        boolean surname = end - from >= 2 && scan.isSurname(end - 1);
        String form = !first.isCapital() ? "small" : first.isShouted() ? "shouted" : "capital";
        String size = end - from == 1 ? "1" : end - from == 2 ? "2" : "3";
        boolean common = scan.isCommon(from);
        found.add("shape:" + form + size
                + (known
                        ? common ? "common" : "known"
                        : isNickname(first) ? "nick" : scan.isSurname(from) ? "surname" : "unknown"));
        found.add(known ? "first" : "nofirst");
        found.add("form:" + form);
        found.add("size:" + size);
        if (surname) {
            found.add("surname");
        }
        if (known && surname) {
            found.add("full");
        }
        if (common) {
            found.add("common");
        }
        if (scan.isFamous(from, end)) {
            found.add("famous");
        }
        boolean sentence =
                from == 0 || source.isLineStart(from) || source.token(from - 1).isOneOf(".?!¿¡");
        if (first.isCapital()) {
            found.add(sentence ? "start" : "inside");
            found.add((sentence ? "start" : "inside") + (known ? "first" : "nofirst") + size);
        }
    }

    private void addBeside(Source source, int from, int end, List<String> found) {
        addNeighbour(source, from - 1, Side.P1, found);
        addNeighbour(source, end, Side.N1, found);
        addPair(source, from, end, found);
        for (int i = from - 2; i >= Math.max(0, from - 1 - SIDE); i--) {
            addClasses(classesOf(source.token(i)), Side.P2, found);
        }
        for (int i = end + 1; i < Math.min(source.size(), end + 1 + SIDE); i++) {
            addClasses(classesOf(source.token(i)), Side.N2, found);
        }
        if (end < source.size() && source.isLineEnd(end - 1)) {
            found.add("lineend");
        }
        if (source.isLineStart(from)) {
            found.add("linestart");
            if (source.isLineEnd(end - 1)) {
                found.add("line");
            }
        }
    }

    /** What stands around a name, and the two words before it. */
    private void addPair(Source source, int from, int end, List<String> found) {
        String before = from == 0 ? "none" : sign(source.token(from - 1));
        String after = end >= source.size() ? "none" : source.isLineEnd(end - 1) ? "line" : sign(source.token(end));
        found.add("sides=" + before + after);
        if (from > 1
                && source.token(from - 1).isWord()
                && source.token(from - 2).isWord()) {
            for (long rest = classesOf(source.token(from - 2)); rest != 0; rest &= rest - 1) {
                found.add("pair=" + CLASSES.get(Long.numberOfTrailingZeros(rest)) + " "
                        + source.token(from - 1).folded());
            }
        }
    }

    private static String sign(Token token) {
        return token.isWord() ? "w" : token.isNumber() ? "0" : token.text();
    }

    private void addNeighbour(Source source, int at, Side side, List<String> found) {
        if (at < 0 || at >= source.size()) {
            found.add(side + "=none");
            return;
        }
        Token token = source.token(at);
        if (token.isWord()) {
            found.add(side + "=" + token.folded());
            addClasses(classesOf(token), side, found);
            found.add(side + (token.isCapital() ? "=Capital" : "=word"));
            String ending = ending(token);
            if (!ending.isEmpty()) {
                found.add(side + ending);
            }
        } else {
            found.add(side + (token.isNumber() ? "=number" : "=" + token.text()));
        }
    }

    /** The ending of a verb: what somebody did, what we do. */
    private static String ending(Token token) {
        String text = token.text();
        if (token.isCapital() || text.length() < 3) {
            return "";
        }
        return text.endsWith("ó")
                ? "-o"
                : isFirstPerson(token)
                        ? "-i"
                        : text.length() > SHORTEST_PLURAL - 2 && (text.endsWith("a") || text.endsWith("e"))
                                ? "-a"
                                : text.endsWith("ed")
                                        ? "-ed"
                                        : text.endsWith("ing") || text.endsWith("ndo") ? "-ing" : "";
    }

    private void addClasses(long bits, Side side, List<String> found) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            String name = Objects.requireNonNull(names.get(side)).get(Long.numberOfTrailingZeros(rest));
            if (!found.contains(name)) {
                found.add(name);
            }
        }
    }

    private void addSentence(Source source, int from, int end, List<String> found) {
        long before = 0;
        long after = 0;
        boolean first = false;
        boolean question = false;
        boolean digits = false;
        int start = from;
        while (start > 0 && from - start < REACH && !isStop(source, start - 1)) {
            start--;
            before |= classesOf(source.token(start));
            first |= isFirstPerson(source.token(start));
            digits |= source.token(start).isNumber();
        }
        int stop = end;
        while (stop < source.size() && stop - end < REACH && !isStop(source, stop - 1)) {
            after |= classesOf(source.token(stop));
            first |= isFirstPerson(source.token(stop));
            digits |= source.token(stop).isNumber();
            question |= source.token(stop).is('?');
            stop++;
        }
        addClasses(before, Side.BEFORE, found);
        addClasses(after, Side.AFTER, found);
        if (first) {
            found.add("firstperson");
        }
        if (digits) {
            found.add("digits");
        }
        found.add(question ? "question" : "noquestion");
    }

    private void addText(NameScan scan, int from, List<String> found) {
        Source source = scan.source();
        if (scan.hasFound()) {
            found.add("others");
        }
        int times = 0;
        boolean own = false;
        for (Token token : source.tokens()) {
            own |= isFirstPerson(token) || (classesOf(token) & OWN) != 0;
            times += token.folded().equals(source.token(from).folded()) ? 1 : 0;
        }
        for (int i = 0; i < TEXT.size(); i++) {
            if (source.mentions(text.get(i))) {
                found.add("text:" + TEXT.get(i));
            }
        }
        found.add(own ? "own" : "notown");
        if (times > 1) {
            found.add("again");
        }
        if (from * 10 < source.size()) {
            found.add("opening");
        }
        if (from * 10 > source.size() * 9) {
            found.add("ending");
        }
    }

    private static boolean isFirstPerson(Token token) {
        String text = token.text();
        boolean accent = text.endsWith("é") || text.endsWith("í");
        boolean plural = text.length() > SHORTEST_PLURAL && text.endsWith("mos");
        return token.isWord()
                && (accent || plural)
                && text.length() > 3
                && !token.isCapital()
                && !NOT_VERBS.contains(token.folded());
    }

    /** Returns whether a sentence ends at a token. */
    private static boolean isStop(Source source, int at) {
        Token token = source.token(at);
        boolean initial = at > 0 && source.token(at - 1).text().length() <= 2;
        return token.isOneOf("?!;¿¡") || (token.is('.') && !initial) || source.isLineEnd(at);
    }
}
