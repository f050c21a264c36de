package io.github.activeia.core.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The word lists that tell what a number or a word is, from {@code pii-words.txt}. Immutable after loading. */
final class PiiWords {
    private final Map<String, Set<String>> lists = new HashMap<>();

    private PiiWords() {}

    static PiiWords load() {
        PiiWords words = new PiiWords();
        try (InputStream stream = Objects.requireNonNull(
                        PiiWords.class.getResourceAsStream("pii-words.txt"), "pii-words.txt is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String heading = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                heading = words.read(line.strip(), heading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private String read(String line, String heading) {
        if (line.startsWith("[")) {
            return line.substring(1, line.length() - 1);
        }
        if (!line.isEmpty() && !line.startsWith("#")) {
            lists.computeIfAbsent(heading, h -> new HashSet<>()).addAll(List.of(line.split("\\s+", -1)));
        }
        return heading;
    }

    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** Returns lower case without accents, of the same length for the letters of Spanish and English. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c < 128 ? Character.toLowerCase(c) : plain(c));
        }
        return folded.toString();
    }

    private static char plain(char c) {
        String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return split.toLowerCase(Locale.ROOT).charAt(0);
    }
}
