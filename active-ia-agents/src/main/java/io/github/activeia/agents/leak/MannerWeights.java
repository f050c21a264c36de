package io.github.activeia.agents.leak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was learnt of how leaks and good replies speak, from {@code leak-manner.txt}. Immutable after loading. */
final class MannerWeights {
    private final Set<String> words = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final long[] names;
    private final double[] begun;
    private final double[] whole;
    private final double[] rarities;
    private double begunBias;
    private double wholeBias;

    private MannerWeights(Iterable<String> lines) {
        Map<Long, double[]> found = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            switch (parts[0]) {
                case "bias" -> {
                    begunBias = Double.parseDouble(parts[1]);
                    wholeBias = Double.parseDouble(parts[2]);
                }
                case "words" -> words.addAll(Arrays.asList(parts).subList(1, parts.length));
                case "asked" -> asked.addAll(Arrays.asList(parts).subList(1, parts.length));
                default ->
                    found.put(MannerFeatures.hash(parts[3], parts[4], parts[5], parts[6], parts[7]), new double[] {
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])
                    });
            }
        }
        names = found.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        begun = new double[names.length];
        whole = new double[names.length];
        rarities = new double[names.length];
        for (int row = 0; row < names.length; row++) {
            double[] learnt = Objects.requireNonNull(found.get(names[row]));
            begun[row] = learnt[0];
            whole[row] = learnt[1];
            rarities[row] = learnt[2];
        }
    }

    /** Reads lines: {@code bias NUMBER NUMBER}, {@code words WORD...}, {@code asked WORD...}, and for each feature its weights in a text that goes on and in a whole one, its rarity and its five parts. */
    static MannerWeights of(Iterable<String> lines) {
        return new MannerWeights(lines);
    }

    static MannerWeights load() {
        try (InputStream stream = Objects.requireNonNull(
                        MannerWeights.class.getResourceAsStream("leak-manner.txt"), "leak-manner.txt is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new MannerWeights(
                    reader.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the words that stand for themselves. */
    Set<String> words() {
        return words;
    }

    /** Returns what takes features of a reply to a message. */
    MannerFeatures features(Known known) {
        List<String> counted =
                known.askedWords().stream().filter(asked::contains).distinct().toList();
        return new MannerFeatures(words, counted, known.isQuestion());
    }

    /** Returns the bias for a text that goes on, or for a whole one. */
    double bias(boolean end) {
        return end ? wholeBias : begunBias;
    }

    int size() {
        return names.length;
    }

    /** Returns the number of a feature, or less than 0 if nothing was learnt of it. */
    int row(long name) {
        return Arrays.binarySearch(names, name);
    }

    /** Returns what a feature weighs in a text that goes on. */
    double begun(int row) {
        return begun[row];
    }

    /** Returns what a feature weighs in a whole text. */
    double whole(int row) {
        return whole[row];
    }

    /** Returns how rare a feature is: the logarithm of how many replies there are to one that has it. */
    double rarity(int row) {
        return rarities[row];
    }
}
