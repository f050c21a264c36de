package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.MannerWords.Token;
import java.util.List;
import java.util.Set;

/**
 * Takes a sentence apart: its words, pairs of words, pairs with one between them, and how many words there are that only the solution has.
 * Each stands twice: for all help levels, and for the lower or the upper two.
 */
final class MannerFeatures {
    private static final int MOST_SECRET = 5;
    private static final int MOST_OTHER = 8;
    private static final int LENGTHS = 6;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Set<String> words;
    private final String half;

    /**
     * Creates one.
     *
     * @param words which words stand for themselves; of the others only the role counts
     * @param level the help level, 1 to 4
     */
    MannerFeatures(Set<String> words, int level) {
        this.words = words;
        this.half = level <= 2 ? "low" : "high";
    }

    /** Takes features. */
    interface Sink {
        /**
         * Takes one.
         *
         * @param half for which levels: all, low or high
         * @param mood whether the sentence asks or tells
         * @param first a word, or the place of one
         * @param gap nothing, + where the second stands right behind, _ where one is between
         * @param second the other word, or nothing
         */
        void add(String half, String mood, String first, String gap, String second);
    }

    /** Returns what a feature is known by. */
    static long hash(String half, String mood, String first, String gap, String second) {
        long hash = half.hashCode();
        hash = hash * PRIME + mood.hashCode();
        hash = hash * PRIME + first.hashCode();
        hash = hash * PRIME + gap.hashCode();
        hash = hash * PRIME + second.hashCode();
        return hash ^ (hash >>> 32);
    }

    /** Adds every feature of a sentence; one that is there twice comes twice. */
    void add(List<Token> sentence, Sink sink) {
        int size = sentence.size();
        if (size == 0) {
            return;
        }
        String[] shown = new String[size];
        int secret = 0;
        int other = 0;
        boolean asks = false;
        for (int i = 0; i < size; i++) {
            Token token = sentence.get(i);
            shown[i] = words.contains(token.word()) ? token.word() : token.role();
            secret += shown[i].equals(MannerWords.SECRET) ? 1 : 0;
            other += shown[i].equals(MannerWords.OTHER) ? 1 : 0;
            asks |= shown[i].equals("?");
        }
        String mood = asks ? "asks" : "tells";
        for (int i = 0; i < size; i++) {
            both(mood, shown[i], "", "", sink);
            if (i + 1 < size) {
                both(mood, shown[i], "+", shown[i + 1], sink);
            }
            if (i + 2 < size) {
                both(mood, shown[i], "_", shown[i + 2], sink);
            }
        }
        both(mood, "secret:" + Math.min(MOST_SECRET, secret), "", "", sink);
        both(mood, "other:" + Math.min(MOST_OTHER, other), "", "", sink);
        both(mood, "length:" + Math.min(LENGTHS, size / LENGTHS), "", "", sink);
    }

    private void both(String mood, String first, String gap, String second, Sink sink) {
        sink.add("all", mood, first, gap, second);
        sink.add(half, mood, first, gap, second);
    }
}
