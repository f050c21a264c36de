package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The names found so far in one text, and what every kind of wording needs to take one. Not thread-safe. */
final class NameScan {
    static final int REACH = 5;
    private static final int MOST_NAMES = 12;
    private static final int INITIALLED = 3;
    private static final int LONGEST_BRACKET = 20;

    private final Source source;
    private final NameRun run;
    private final NameWords words;
    private final List<Span> found = new ArrayList<>();
    private final BitSet looked = new BitSet();
    private final BitSet first = new BitSet();
    private int actors;

    NameScan(Source source, NameRun run, NameWords words) {
        this.source = source;
        this.run = run;
        this.words = words;
    }

    Source source() {
        return source;
    }

    List<Span> found() {
        return found;
    }

    boolean is(WordList list, int at) {
        return at >= 0 && at < source.size() && source.is(list, at);
    }

    /** Returns the index behind a name with capitals, or the same index. */
    int end(int from) {
        return end(from, false);
    }

    /** Returns the index behind a name, in small letters too where that is asked for. */
    int end(int from, boolean small) {
        return from < source.size() ? run.end(source, from, small) : from;
    }

    boolean isFirstName(int at) {
        if (at >= source.size()) {
            return false;
        }
        if (!looked.get(at)) {
            looked.set(at);
            first.set(at, run.isFirstName(source.token(at)));
        }
        return first.get(at);
    }

    boolean isKnown(int from, int end) {
        return end > from && isFirstName(from);
    }

    boolean isSure(int from, int end) {
        return run.isSure(source, from, end);
    }

    /** Returns whether a word is a name, and more often something else. */
    boolean isCommon(int at) {
        return source.is(words.commonName, at);
    }

    /** Returns whether the writer speaks of themselves in the sentence, and of nothing that is studied. */
    boolean isPersonal(int from, int end) {
        return words.sentence.isPersonal(source, from, end) && !words.sentence.isStudy(source, from, end);
    }

    /** Returns whether the text speaks of a novel, a film and the like. */
    boolean isFiction() {
        return source.mentions(words.fiction);
    }

    boolean hasFound() {
        return !found.isEmpty();
    }

    boolean isSurname(int at) {
        return run.isSurname(source.token(at));
    }

    boolean isProper(int at) {
        return run.isProper(source.token(at));
    }

    /** Returns whether a first name in small letters stands there that is no common word. */
    boolean isSmallName(int at) {
        return isFirstName(at) && !source.token(at).isCapital() && !source.is(words.commonName, at);
    }

    /** Returns whether a first name in small letters stands there, and a known surname last. */
    private boolean isSmallFull(int from, int end) {
        return end - from >= 2 && !source.is(words.commonName, end - 1) && run.isSurname(source.token(end - 1));
    }

    /** Returns the index behind a first name and a surname, in small letters too where both are known, or the same index. */
    int fullEnd(int from) {
        if (!isFirstName(from)) {
            return from;
        }
        int end = end(from);
        if (source.token(from).isCapital()) {
            return end - from >= 2 ? end : from;
        }
        end = end(from, true);
        return isSmallFull(from, end) ? end : from;
    }

    /** Returns whether a word of a name is one of somebody that courses speak about, or the name one of the people of cryptography. */
    boolean isFamous(int from, int end) {
        boolean namesake = end - from >= 2 && isFirstName(from) && isSurname(end - 1);
        for (int i = namesake ? end - 1 : from; i < end; i++) {
            if (words.famous.contains(NameRun.bare(source.token(i)))) {
                return true;
            }
        }
        if (end - from >= 2 && words.famousFull.contains(joined(from, end))) {
            return true;
        }
        return end - from == 1 && words.cast.contains(source.token(from).folded()) && isCast();
    }

    /** "La profesora Elena reparte 120 caramelos": a verb of the present and a number, and nobody who says "I". */
    boolean isSum(int from, int stop) {
        int end = stop < source.size() && source.token(stop).is(',') ? stop + 1 : stop;
        if (end + 1 >= source.size()
                || !source.token(end).isWord()
                || words.says.contains(source.token(end).folded())) {
            return false;
        }
        boolean counted = source.token(end + 1).isNumber()
                || (end + 2 < source.size()
                        && source.token(end + 1).isWord()
                        && source.token(end + 2).isNumber());
        String verb = source.token(end).text();
        boolean present =
                !source.token(end).isCapital() && (verb.endsWith("a") || verb.endsWith("e") || verb.endsWith("s"));
        return counted && present && !words.sentence.isPersonal(source, from, end);
    }

    private String joined(int from, int end) {
        StringBuilder whole = new StringBuilder();
        for (int i = from; i < end; i++) {
            whole.append(i == from ? "" : "_").append(NameRun.bare(source.token(i)));
        }
        return whole.toString();
    }

    /** Returns whether Alice and Bob both play. */
    private boolean isCast() {
        if (actors == 0) {
            for (Token token : source.tokens()) {
                actors |= token.folded().equals("alice") ? 1 : token.folded().equals("bob") ? 2 : 4;
            }
        }
        return (actors & 3) == 3;
    }

    void add(int from, int end) {
        if (end > from) {
            found.add(run.span(source, from, end));
        }
    }

    /** Takes a name and those that follow it. */
    void addAll(int from, int end) {
        add(from, end);
        addMore(end);
    }

    /** Takes a known first name that nobody is famous for, and those that follow it; in small letters only a full one. */
    void addKnown(int from) {
        int end = from < source.size() ? Math.max(end(from), fullEnd(from)) : from;
        if (isKnown(from, end) && !isFamous(from, end)) {
            addAll(from, end);
        }
    }

    /** "Ana y Pedro Paz", "Ana, Pedro y Luz": names go on behind a comma or "and" while the first names are known. */
    void addMore(int from) {
        int at = from;
        for (int round = 0; round < MOST_NAMES && at + 1 < source.size(); round++) {
            int joint = behindBracket(at);
            if (joint >= source.size() || !isJoint(joint, at)) {
                return;
            }
            int next = source.is(words.and, joint) || !source.token(joint).isWord() ? joint + 1 : joint;
            next = is(words.and, next) ? next + 1 : next;
            next = is(words.to, next) ? next + 1 : next;
            int end = next < source.size() ? Math.max(end(next), fullEnd(next)) : next;
            if (!isKnown(next, end) && !isInitialled(next, end) && !isSurnamed(next, end)) {
                return;
            }
            add(next, end);
            at = end;
        }
    }

    /** "Joaquín Paz, Lucía Gil y yo": takes the full names that commas join to one from the left. */
    void addBefore(int at) {
        int stop = at;
        for (int round = 0; round < MOST_NAMES && stop > 1; round++) {
            int comma = stop - 1;
            boolean and = source.is(words.and, comma);
            int from = and || source.token(comma).is(',') ? fullStart(comma) : comma;
            boolean single = and
                    && from == comma
                    && isFirstName(comma - 1)
                    && source.token(comma - 1).isCapital();
            from = single ? comma - 1 : from;
            if (from >= comma || isFamous(from, comma)) {
                return;
            }
            add(from, comma);
            stop = from;
        }
    }

    private int fullStart(int stop) {
        for (int from = Math.max(0, stop - REACH); from < stop - 1; from++) {
            if (isFirstName(from) && end(from) == stop) {
                return from;
            }
        }
        return stop;
    }

    /** Signs and "and" join names, and so does the next line of a list with brackets. */
    private boolean isJoint(int joint, int before) {
        boolean line = joint > before
                && source.isLineStart(joint)
                && source.token(joint).isCapital();
        return line || source.token(joint).isOneOf(",/;&+") || source.is(words.and, joint);
    }

    /** Two capitals, and the last a known surname. */
    private boolean isSurnamed(int from, int end) {
        return end - from == 2 && run.isSurname(source.token(end - 1));
    }

    /** "J. P. Castellano": initials and a surname. */
    private boolean isInitialled(int from, int end) {
        return end - from >= INITIALLED && source.token(from + 1).is('.');
    }

    /** Skips what a list says about somebody in brackets: a number, an address. */
    private int behindBracket(int from) {
        if (from >= source.size() || !source.token(from).isOneOf("(<")) {
            return from;
        }
        for (int i = from + 1; i < source.size() && i - from < LONGEST_BRACKET; i++) {
            if (source.token(i).isOneOf(")>")) {
                return i + 1;
            }
        }
        return from;
    }

    int skipSigns(int from, String signs) {
        int at = from;
        while (at < source.size() && at - from < REACH && source.token(at).isOneOf(signs)) {
            at++;
        }
        return at;
    }
}
