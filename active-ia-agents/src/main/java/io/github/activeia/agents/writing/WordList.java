package io.github.activeia.agents.writing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words or phrases from a resource file. */
public final class WordList {
    private WordList() {}

    /** Returns the lines of {@code lexica/<name>.txt}. */
    public static Set<String> lines(String name) {
        return read(name, "\\R");
    }

    /** Returns the words of {@code lexica/<name>.txt}. */
    public static Set<String> words(String name) {
        return read(name, "\\s+");
    }

    private static Set<String> read(String name, String separator) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Resources.open("lexica/" + name + ".txt"), StandardCharsets.UTF_8))) {
            String text = reader.lines().collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(separator))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
