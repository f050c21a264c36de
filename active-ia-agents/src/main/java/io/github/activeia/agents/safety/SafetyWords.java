package io.github.activeia.agents.safety;

import io.github.activeia.core.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The word lists of the safety checks, from {@code safety-words.txt}. Immutable after loading. */
final class SafetyWords {
    private final Map<String, List<String>> lists = new HashMap<>();

    private SafetyWords() {}

    static SafetyWords load() {
        SafetyWords words = new SafetyWords();
        try (InputStream stream = Objects.requireNonNull(
                        SafetyWords.class.getResourceAsStream("safety-words.txt"), "safety-words.txt is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> list = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String bare = line.strip();
                if (bare.startsWith("[") && bare.endsWith("]") && words.isHeading(bare)) {
                    list = words.lists.computeIfAbsent(bare.substring(1, bare.length() - 1), h -> new ArrayList<>());
                } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                    list.add(fold(bare));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Every heading but {@code [inst]}, which is an entry. */
    private boolean isHeading(String bare) {
        return !bare.equals("[inst]");
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Returns lower case without accents, blanks folded to one. */
    static String fold(String text) {
        String apart = PlainText.fold(text);
        StringBuilder folded = new StringBuilder(apart.length());
        boolean blank = false;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean space = c == ' ' || (c >= '\t' && c <= '\r');
            if (!space) {
                folded.append(c);
            } else if (!blank) {
                folded.append(' ');
            }
            blank = space;
        }
        return folded.toString().strip();
    }
}
