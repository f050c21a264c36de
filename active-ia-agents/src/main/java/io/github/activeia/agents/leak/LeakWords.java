package io.github.activeia.agents.leak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The word lists of leak detection, from {@code leak-words.txt}. Immutable after loading. */
final class LeakWords {
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> operations = new HashMap<>();
    private final Set<String> stopwords;
    private final Set<String> keywords;

    private LeakWords(InputStream stream) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> list = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String bare = line.strip();
                if (bare.startsWith("[") && bare.endsWith("]")) {
                    list = lists.computeIfAbsent(bare.substring(1, bare.length() - 1), name -> new ArrayList<>());
                } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                    list.addAll(List.of(Folded.fold(bare).split("\\s*;\\s*", -1)));
                }
            }
        }
        lists.forEach((name, words) -> {
            if (name.startsWith("op ")) {
                words.forEach(word -> operations.put(word, name.substring(3)));
            }
        });
        stopwords = new HashSet<>(list("stopwords"));
        keywords = new HashSet<>(list("keywords"));
    }

    static LeakWords load() {
        try (InputStream stream = Objects.requireNonNull(
                LeakWords.class.getResourceAsStream("leak-words.txt"), "leak-words.txt is missing")) {
            return new LeakWords(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Returns whether a folded word is one of the lists of words. */
    boolean knows(String word) {
        return stopwords.contains(word) || keywords.contains(word) || operations.containsKey(word);
    }

    Set<String> stopwords() {
        return stopwords;
    }

    Set<String> keywords() {
        return keywords;
    }

    /** Returns which step of a procedure a folded word names, such as {@code loop}, or an empty text. A verb with its object glued on counts as the verb. */
    String operation(String word) {
        String found = operations.get(word);
        if (found != null) {
            return found;
        }
        for (String enclitic : ENCLITICS) {
            if (word.endsWith(enclitic) && word.length() > enclitic.length() + 3) {
                String verb = operations.get(word.substring(0, word.length() - enclitic.length()));
                if (verb != null) {
                    return verb;
                }
            }
        }
        return "";
    }

    private static final List<String> ENCLITICS = List.of("los", "las", "lo", "la", "le", "les", "se", "selo", "sela");
}
