package io.github.activeia.core;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds an enum constant by the word that people write. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E find(E[] values, Function<E, String> stored, String property, String word) {
        for (E value : values) {
            if (stored.apply(value).equals(word)) {
                return value;
            }
        }
        String folded = fold(word);
        return Arrays.stream(values)
                .filter(v ->
                        fold(stored.apply(v)).equals(folded) || fold(v.name()).equals(folded))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        property,
                        "be one of " + Arrays.stream(values).map(stored).collect(Collectors.joining(", ")),
                        word,
                        "correct the word"));
    }

    private static String fold(String word) {
        return PlainText.fold(word.strip());
    }
}
