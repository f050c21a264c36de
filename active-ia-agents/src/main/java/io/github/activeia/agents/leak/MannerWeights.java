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
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was learnt of how leaks and good replies speak, from {@code leak-manner.txt}. Immutable after loading. */
final class MannerWeights {
    private static final int PARTS = 6;

    private final Set<String> words = new HashSet<>();
    private final long[] names;
    private final double[] weights;
    private final double bias;

    private MannerWeights(Iterable<String> lines) {
        Map<Long, Double> found = new HashMap<>();
        double start = 0;
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            if (parts.length == PARTS) {
                found.put(
                        MannerFeatures.hash(parts[1], parts[2], parts[3], parts[4], parts[5]),
                        Double.valueOf(parts[0]));
            } else if (parts[0].equals("bias")) {
                start = Double.parseDouble(parts[1]);
            } else if (parts[0].equals("words")) {
                words.addAll(Arrays.asList(parts).subList(1, parts.length));
            }
        }
        bias = start;
        names = found.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        weights = Arrays.stream(names)
                .mapToDouble(name -> Objects.requireNonNull(found.get(name)))
                .toArray();
    }

    /** Reads lines: {@code bias NUMBER}, {@code words WORD...}, and a weight with the five parts of its feature. */
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

    double bias() {
        return bias;
    }

    int size() {
        return names.length;
    }

    /** Returns the number of a feature, or less than 0 if nothing was learnt of it. */
    int row(long name) {
        return Arrays.binarySearch(names, name);
    }

    double weight(int row) {
        return weights[row];
    }
}
