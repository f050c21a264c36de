package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.MannerWords.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a reply speaks: the words and pairs of words of each sentence, how much of it only the solution has, what the
 * student asked, and where it stands among the others.
 */
final class MannerFeatures {
    private static final int MOST_SECRET = 5;
    private static final int MOST_OTHER = 8;
    private static final int LENGTHS = 6;
    private static final int SHORT = 10;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** The kinds that say where something stands, which changes while a text is being written. */
    private static final Set<String> PLACED = Set.of("at", "behind", "before");

    private final Set<String> words;
    private final List<String> asked;
    private final String asks;

    /**
     * Creates one.
     *
     * @param words which words stand for themselves; of the others only the role counts
     * @param asked those words of the student's message that count
     * @param asks whether the message is a question
     */
    MannerFeatures(Set<String> words, List<String> asked, boolean asks) {
        this.words = words;
        this.asked = List.copyOf(asked);
        this.asks = mood(asks);
    }

    /** Takes features. */
    interface Sink {
        /** Takes one, by what kind it is and up to four parts. */
        void add(String kind, String first, String second, String third, String fourth);
    }

    /** Returns what a feature is known by. */
    static long hash(String kind, String first, String second, String third, String fourth) {
        long hash = kind.hashCode();
        hash = hash * PRIME + first.hashCode();
        hash = hash * PRIME + second.hashCode();
        hash = hash * PRIME + third.hashCode();
        hash = hash * PRIME + fourth.hashCode();
        return hash ^ (hash >>> 32);
    }

    /** Returns whether a feature, by its name, may not be one any more when the text goes on. */
    static boolean isPlaced(String name) {
        return PLACED.contains(name.substring(0, name.indexOf(' ')));
    }

    /** Returns a sentence as its features see it. */
    MannerSentence sentence(List<Token> tokens) {
        return MannerSentence.of(tokens, words);
    }

    private static String mood(boolean asks) {
        return asks ? "asks" : "tells";
    }

    /** Adds what a sentence says by itself. */
    void own(MannerSentence sentence, Sink sink) {
        List<String> shown = sentence.shown();
        String mood = mood(sentence.asks());
        int size = shown.size();
        for (int i = 0; i < size; i++) {
            sink.add("word", mood, shown.get(i), "", "");
            if (i + 1 < size) {
                sink.add("next", mood, shown.get(i), shown.get(i + 1), "");
            }
            if (i + 2 < size) {
                sink.add("over", mood, shown.get(i), shown.get(i + 2), "");
            }
        }
        sink.add("secrets", mood, number(MOST_SECRET, sentence.count(MannerWords.SECRET)), "", "");
        sink.add("others", mood, number(MOST_OTHER, sentence.count(MannerWords.OTHER)), "", "");
        sink.add("length", mood, number(LENGTHS, size / LENGTHS), "", "");
        String revealing = sentence.reveals() ? "reveals" : "hides";
        String length = size < SHORT ? "short" : "long";
        asked.forEach(word -> sink.add("asked", word, mood, revealing, length));
        sink.add("answers", asks, mood, revealing, length);
    }

    /**
     * Adds what a sentence says by its place.
     *
     * @param before whether the sentence before it asks, or null
     * @param after whether the one behind it asks, or null
     */
    void place(MannerSentence sentence, @Nullable Boolean before, @Nullable Boolean after, Sink sink) {
        String mood = mood(sentence.asks());
        String place = before == null ? (after == null ? "only" : "first") : after == null ? "last" : "within";
        sentence.shown().forEach(word -> sink.add("at", place, word, "", ""));
        if (before != null) {
            sink.add("behind", mood, mood(before), "", "");
        }
        if (after != null) {
            sink.add("before", mood, mood(after), "", "");
        }
    }

    private static String number(int most, int value) {
        return Integer.toString(Math.min(most, value));
    }
}
