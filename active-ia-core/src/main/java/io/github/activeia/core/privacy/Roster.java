package io.github.activeia.core.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Full names, folded, that are found wherever they stand. */
final class Roster {
    private static final int LONGEST = 8;

    private final Set<String> names = new HashSet<>();
    private final Set<String> firsts = new HashSet<>();

    Roster() {}

    Roster(Collection<String> names, PiiWords words) {
        for (String name : names) {
            Source source = new Source(name, words);
            add(source, 0, source.size());
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Adds the words from a token (inclusive) to another (exclusive). */
    void add(Source source, int from, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < end; i++) {
            if (source.token(i).isWord()) {
                String bare = NameRun.bare(source.token(i));
                if (name.length() == 0) {
                    firsts.add(bare);
                }
                name.append(name.length() == 0 ? "" : " ").append(bare);
            }
        }
        if (name.length() > 0) {
            names.add(name.toString());
        }
    }

    /** Returns the index behind the longest of the names that starts at a token, or -1; a single word needs a capital. */
    int end(Source source, int from) {
        Token first = source.token(from);
        if (names.isEmpty() || !first.isWord() || !firsts.contains(NameRun.bare(first))) {
            return -1;
        }
        int best = -1;
        StringBuilder name = new StringBuilder();
        for (int i = from;
                i < source.size() && i - from < LONGEST && source.token(i).isWord();
                i++) {
            name.append(i == from ? "" : " ").append(NameRun.bare(source.token(i)));
            boolean clear = i > from || first.isCapital();
            best = clear && names.contains(name.toString()) ? i + 1 : best;
        }
        return best;
    }
}
