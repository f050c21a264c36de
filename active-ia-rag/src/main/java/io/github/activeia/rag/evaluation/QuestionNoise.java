package io.github.activeia.rag.evaluation;

import io.github.activeia.core.PlainText;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes clean questions look as students type them. Not thread-safe. */
public final class QuestionNoise implements UnaryOperator<String> {
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{6,}");
    private static final double SHARE_OF_SLIPS = 0.2;

    private final Random random;

    private QuestionNoise(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Returns a noise that drops accents, capitals and question marks, and swaps two neighbouring letters in a fifth of the words longer
     * than five letters.
     *
     * @param seed the same seed and the same questions in the same order give the same slips
     */
    public static QuestionNoise student(long seed) {
        return new QuestionNoise(seed);
    }

    @Override
    public String apply(String question) {
        String plain = PlainText.fold(question).replaceAll("[¿?]", "").strip();
        return LONG_WORD.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(slip(word.group())));
    }

    private String slip(String word) {
        if (random.nextDouble() >= SHARE_OF_SLIPS) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
