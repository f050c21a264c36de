package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.analysis.TextAnalysis;
import io.github.activeia.rag.store.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrects the slips of the keys in a question. Words that the material uses are never touched. */
final class QueryPreparation {
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,40}");
    private static final int MAX_CHARACTERS = 8_000;
    private static final int MAX_LOOKUPS = 64;

    private final TextAnalysis words = TextAnalysis.words();

    /** Returns the question, cut where nobody would read on, with each unknown word replaced by the nearest known one. */
    String prepare(String question, Vocabulary vocabulary) {
        String text = question.substring(0, Math.min(question.length(), MAX_CHARACTERS));
        Map<String, String> seen = new HashMap<>();
        return WORD.matcher(text).replaceAll(match -> {
            String word = match.group();
            if (seen.size() >= MAX_LOOKUPS && !seen.containsKey(word)) {
                return Matcher.quoteReplacement(word);
            }
            return Matcher.quoteReplacement(seen.computeIfAbsent(word, w -> correct(w, vocabulary)));
        });
    }

    private String correct(String word, Vocabulary vocabulary) {
        if (vocabulary.frequency(word) > 0) {
            return word;
        }
        String folded = String.join("", words.terms(word));
        return vocabulary.nearest(word).stream()
                .max(Comparator.comparing((String near) -> isSwap(folded, near))
                        .thenComparing(near -> near.charAt(0) == folded.charAt(0))
                        .thenComparing(vocabulary::frequency)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(word);
    }

    /** Whether the same letters are there, so that two of them changed places. */
    private static boolean isSwap(String word, String near) {
        return word.length() == near.length()
                && word.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(near.chars().sorted().boxed().toList());
    }
}
