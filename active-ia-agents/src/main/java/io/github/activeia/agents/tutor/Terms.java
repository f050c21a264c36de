package io.github.activeia.agents.tutor;

import io.github.activeia.core.PlainText;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text that carry meaning, folded and cut to a rough stem, so that "colas" meets "cola". */
final class Terms {
    private static final int STEM = 6;

    private final Set<String> stopWords;

    Terms(Set<String> stopWords) {
        this.stopWords = stopWords.stream().map(PlainText::fold).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> of(String text) {
        return Arrays.stream(PlainText.fold(text).split("[^\\p{L}\\p{N}²]+"))
                .filter(word -> word.length() > 1 && !stopWords.contains(word))
                .map(Terms::stem)
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        String singular = word.endsWith("es") && word.length() > 5
                ? word.substring(0, word.length() - 2)
                : word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
        String bare = singular.length() > 4 ? singular.replaceFirst("[aeo]$", "") : singular;
        return bare.substring(0, Math.min(bare.length(), STEM));
    }
}
