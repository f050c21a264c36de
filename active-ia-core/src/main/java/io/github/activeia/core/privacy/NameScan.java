package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;

/** The names found so far in one text, and what every kind of wording needs to take one. Not thread-safe. */
final class NameScan {
    static final int REACH = 5;
    private static final int MOST_NAMES = 12;

    private final Source source;
    private final NameRun run;
    private final NameWords words;
    private final List<Span> found = new ArrayList<>();

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
        return at < source.size() && run.isFirstName(source.token(at));
    }

    boolean isKnown(int from, int end) {
        return end > from && isFirstName(from);
    }

    boolean isSure(int from, int end) {
        return run.isSure(source, from, end);
    }

    boolean isProper(int at) {
        return run.isProper(source.token(at));
    }

    /** Returns whether a word of a name is one of somebody that courses speak about. */
    boolean isFamous(int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.famous.contains(NameRun.bare(source.token(i)))) {
                return true;
            }
        }
        return false;
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

    /** Takes a known first name that nobody is famous for, and those that follow it. */
    void addKnown(int from) {
        int end = end(from);
        if (isKnown(from, end) && !isFamous(from, end)) {
            addAll(from, end);
        }
    }

    /** "Ana y Pedro Paz", "Ana, Pedro y Luz": names go on behind a comma or "and" while the first names are known. */
    void addMore(int from) {
        int at = from;
        for (int round = 0; round < MOST_NAMES && at + 1 < source.size(); round++) {
            Token joint = source.token(at);
            if (!joint.isOneOf(",/;&+") && !source.is(words.and, at)) {
                return;
            }
            int next = source.is(words.and, at + 1) ? at + 2 : at + 1;
            int end = end(next);
            if (!isKnown(next, end)) {
                return;
            }
            add(next, end);
            at = end;
        }
    }

    int skipSigns(int from, String signs) {
        int at = from;
        while (at < source.size() && at - from < REACH && source.token(at).isOneOf(signs)) {
            at++;
        }
        return at;
    }
}
