package io.github.activeia.agents.safety;

import io.github.activeia.core.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of words of a reply that neither the question nor the passages have. Used by one thread at a time. */
final class OwnRuns {
    private final ReadRuns read;
    private final Draft frame;
    private final Set<String> own = new HashSet<>();
    private final Map<String, Beside> solutions = new HashMap<>();
    private List<Set<String>> given = List.of();
    private List<String> last = List.of();
    private String text = "";

    OwnRuns(ReadRuns read, Draft frame) {
        this.read = read;
        this.frame = frame;
    }

    /** A solution beside a reply. */
    static final class Beside {
        private final Set<String> runs;
        private int shared;

        private Beside(Set<String> runs, Set<String> own) {
            this.runs = runs;
            this.shared = Shingles.shared(own, runs);
        }

        private void add(String run) {
            shared += runs.contains(run) ? 1 : 0;
        }

        /** Returns how many of its runs are the reply's. */
        int shared() {
            return shared;
        }

        /** Returns which share of its runs that is; 0 where there are none. */
        double share() {
            return runs.isEmpty() ? 0 : shared / (double) runs.size();
        }
    }

    /** Returns what the text that was read last has in common with a solution. */
    Beside beside(String solution) {
        return solutions.computeIfAbsent(solution, one -> new Beside(read.of(one), own));
    }

    /** Reads a text; where it is the one before and more, only what is new is read. */
    void read(String whole) {
        if (given.isEmpty()) {
            given = given();
        }
        boolean grown = !text.isEmpty() && whole.startsWith(text) && isEnd(whole, text.length());
        if (!grown) {
            own.clear();
            solutions.clear();
            last = List.of();
        }
        List<String> words = new ArrayList<>(last);
        words.addAll(Shingles.words(grown ? whole.substring(text.length()) : whole));
        for (String run : Shingles.runs(words)) {
            if (!isGiven(run) && own.add(run)) {
                solutions.values().forEach(solution -> solution.add(run));
            }
        }
        last = List.copyOf(words.subList(Math.max(0, words.size() - Shingles.WORDS + 1), words.size()));
        text = whole;
    }

    private boolean isGiven(String run) {
        for (Set<String> known : given) {
            if (known.contains(run)) {
                return true;
            }
        }
        return false;
    }

    /** What the passages of the course say themselves is no leak. */
    private List<Set<String>> given() {
        List<Set<String>> runs = new ArrayList<>();
        runs.add(Shingles.ofWords(frame.question()));
        frame.passages().stream()
                .filter(passage -> passage.document().contentType() != ContentType.SOLUTION)
                .forEach(passage -> runs.add(read.of(passage.text())));
        return runs;
    }

    /** Returns whether no word goes beyond a place. */
    private static boolean isEnd(String text, int at) {
        return Character.isWhitespace(text.charAt(at - 1))
                || at == text.length()
                || Character.isWhitespace(text.charAt(at));
    }
}
