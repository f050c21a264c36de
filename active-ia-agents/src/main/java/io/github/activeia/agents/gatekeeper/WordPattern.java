package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern over words, as the rule files write it. It is matched like a regular expression of fixed reach: all possible positions
 * advance together, so that the time for one start is bounded whatever the text.
 */
final class WordPattern {
    private static final int REACH = 62;

    private final Step[] steps;

    WordPattern(List<Step> steps) {
        this.steps = steps.toArray(new Step[0]);
    }

    enum Kind {
        /** A word of a set. */
        WORD,
        /** A word of a set, or none. */
        MAYBE,
        /** Up to a number of words of the same sentence. */
        GAP,
        /** Up to a number of words of the same clause. */
        NEAR_GAP,
        /** The next word is not of a set. */
        NOT_NEXT,
        /** None of the three words before the match is of a set. */
        NOT_BEFORE,
        /** The match starts its sentence, greetings and courtesies aside. */
        SENTENCE,
        /** The match starts a clause. */
        CLAUSE,
        /** The match ends its sentence. */
        END,
        /** The sentence is a question. */
        QUESTION
    }

    /** One step; value is the set of a word, or the length of a gap. */
    record Step(Kind kind, int value) {}

    /** Returns the set that the first word must be in. */
    int firstSet() {
        for (Step step : steps) {
            if (step.kind == Kind.WORD) {
                return step.value;
            }
        }
        throw new IllegalStateException("a pattern without a word");
    }

    /** Returns the index behind the match that starts at a word, or -1. */
    int endOfMatch(Words words, int start) {
        long reached = 1L;
        for (Step step : steps) {
            reached = advance(step, words, start, reached);
            if (reached == 0) {
                return -1;
            }
        }
        return start + Long.numberOfTrailingZeros(reached);
    }

    private static long advance(Step step, Words words, int start, long reached) {
        return switch (step.kind) {
            case WORD -> words(step, words, start, reached);
            case MAYBE -> reached | words(step, words, start, reached);
            case GAP -> gap(step.value, words, start, reached, false);
            case NEAR_GAP -> gap(step.value, words, start, reached, true);
            case NOT_NEXT -> reached & ~atWord(step, words, start, reached);
            case NOT_BEFORE -> words.anyBefore(start, step.value) ? 0 : reached;
            case SENTENCE -> words.startsSentence(start) ? reached : 0;
            case CLAUSE -> words.startsClause(start) ? reached : 0;
            case END -> atEnd(words, start, reached);
            case QUESTION -> words.inQuestion(start) ? reached : 0;
        };
    }

    private static long words(Step step, Words words, int start, long reached) {
        return atWord(step, words, start, reached) << 1;
    }

    /** Returns the positions whose next word is in the set of a step. */
    private static long atWord(Step step, Words words, int start, long reached) {
        long found = 0;
        for (long rest = reached; rest != 0; rest &= rest - 1) {
            int offset = Long.numberOfTrailingZeros(rest);
            if (offset < REACH
                    && words.has(start, offset)
                    && words.get(start + offset).isIn(step.value)) {
                found |= 1L << offset;
            }
        }
        return found;
    }

    private static long gap(int most, Words words, int start, long reached, boolean sameClause) {
        long found = reached;
        long edge = reached;
        for (int i = 0; i < most; i++) {
            long next = 0;
            for (long rest = edge; rest != 0; rest &= rest - 1) {
                int offset = Long.numberOfTrailingZeros(rest);
                boolean open = offset < REACH && words.has(start, offset);
                if (open && !(sameClause && words.get(start + offset).clauseStart())) {
                    next |= 1L << (offset + 1);
                }
            }
            edge = next & ~found;
            found |= next;
        }
        return found;
    }

    private static long atEnd(Words words, int start, long reached) {
        long found = 0;
        for (long rest = reached; rest != 0; rest &= rest - 1) {
            int offset = Long.numberOfTrailingZeros(rest);
            found |= words.has(start, offset) ? 0 : 1L << offset;
        }
        return found;
    }

    /** Returns the same pattern with gaps that end with their clause. */
    WordPattern withinClause() {
        return new WordPattern(Arrays.stream(steps)
                .map(s -> s.kind == Kind.GAP ? new Step(Kind.NEAR_GAP, s.value) : s)
                .toList());
    }

    /** Reads a pattern; one that may start with a word gives two. {@code lists} resolves {@code @name}. */
    static List<WordPattern> parse(String text, Lists lists, WordSets sets) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            steps.add(parsePart(part, lists, sets));
        }
        List<WordPattern> found = new ArrayList<>();
        expand(steps, found);
        return found;
    }

    private static void expand(List<Step> steps, List<WordPattern> found) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.kind == Kind.WORD) {
                found.add(new WordPattern(steps));
                return;
            }
            if (step.kind == Kind.MAYBE) {
                List<Step> with = new ArrayList<>(steps);
                with.set(i, new Step(Kind.WORD, step.value));
                found.add(new WordPattern(with));
                List<Step> without = new ArrayList<>(steps);
                without.remove(i);
                expand(without, found);
                return;
            }
            if (step.kind == Kind.GAP || step.kind == Kind.NEAR_GAP) {
                break;
            }
        }
        throw new IllegalArgumentException("start it with a word");
    }

    private static Step parsePart(String part, Lists lists, WordSets sets) {
        if (part.startsWith("..")) {
            return new Step(Kind.GAP, part.length() > 2 ? Integer.parseInt(part.substring(2)) : 3);
        }
        return switch (part) {
            case "^" -> new Step(Kind.SENTENCE, 0);
            case "," -> new Step(Kind.CLAUSE, 0);
            case "$" -> new Step(Kind.END, 0);
            case "?" -> new Step(Kind.QUESTION, 0);
            default -> parseWord(part, lists, sets);
        };
    }

    private static Step parseWord(String part, Lists lists, WordSets sets) {
        Kind kind = Kind.WORD;
        String bare = part;
        if (bare.startsWith("!<")) {
            kind = Kind.NOT_BEFORE;
            bare = bare.substring(2);
        } else if (bare.startsWith("!")) {
            kind = Kind.NOT_NEXT;
            bare = bare.substring(1);
        } else if (bare.endsWith("?")) {
            kind = Kind.MAYBE;
            bare = bare.substring(0, bare.length() - 1);
        }
        List<String> entries = new ArrayList<>();
        for (String word : bare.split("\\|", -1)) {
            entries.addAll(lists.resolve(word));
        }
        return new Step(kind, sets.numberOf(entries));
    }

    /** Resolves a word or the name of a list to words. */
    @FunctionalInterface
    interface Lists {
        List<String> resolve(String wordOrName);
    }
}
