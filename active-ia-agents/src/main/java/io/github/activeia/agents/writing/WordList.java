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

    /** Returns the lines of {@code lexica/<name>.txt} below a heading such as {@code [words]}. */
    public static Set<String> section(String name, String heading) {
        return Arrays.stream(text(name).split("(?m)^\\[", -1))
                .filter(part -> part.startsWith(heading + "]"))
                .flatMap(part -> part.lines().skip(1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> read(String name, String separator) {
        return Arrays.stream(text(name).split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Resources.open("lexica/" + name + ".txt"), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
