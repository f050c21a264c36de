package io.github.activeia.agents.leak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How much each kind of evidence counts, from {@code leak-weights.txt}. Immutable after loading. */
final class LeakWeights {
    private final Map<String, Double> begun = new HashMap<>();
    private final Map<String, Double> whole = new HashMap<>();

    private LeakWeights() {}

    static LeakWeights load() {
        LeakWeights loaded = new LeakWeights();
        try (InputStream stream = Objects.requireNonNull(
                        LeakWeights.class.getResourceAsStream("leak-weights.txt"), "leak-weights.txt is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(" ", -1);
                        loaded.begun.put(parts[0], Double.valueOf(parts[1]));
                        loaded.whole.put(parts[0], Double.valueOf(parts[parts.length - 1]));
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return loaded;
    }

    /**
     * Returns what is done with a text.
     *
     * @param begunProbability that it is a leak if it goes on
     * @param wholeProbability that it is one if it ends here
     */
    Leak.Verdict verdict(double begunProbability, double wholeProbability) {
        if (begunProbability >= weight(begun, "close")) {
            return begunProbability < weight(begun, "block") ? Leak.Verdict.LIKELY : Leak.Verdict.CERTAIN;
        }
        return wholeProbability < weight(whole, "threshold") ? Leak.Verdict.NONE : Leak.Verdict.DOUBTFUL;
    }

    private Map<String, Double> weights(boolean end) {
        return end ? whole : begun;
    }

    private static double weight(Map<String, Double> weights, String name) {
        return weights.getOrDefault(name, 0.0);
    }

    private double contribution(Map.Entry<String, Double> evidence, boolean end) {
        Map<String, Double> weights = weights(end);
        double value = evidence.getValue();
        double above = above(value);
        double below = weight(weights, evidence.getKey()) * value;
        return above == 0 ? below : below + weight(weights, evidence.getKey() + "+") * above;
    }

    /** Returns what lies above one half, twice. */
    static double above(double value) {
        return value > 0.5 ? 2 * value - 1 : 0;
    }

    double probability(Map<String, Double> evidence, boolean end) {
        double sum = weight(weights(end), "bias");
        for (Map.Entry<String, Double> kind : evidence.entrySet()) {
            sum += contribution(kind, end);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Returns the kinds that say most for a leak, best first. */
    List<String> strongest(Map<String, Double> evidence, int most) {
        return evidence.entrySet().stream()
                .filter(kind -> contribution(kind, true) > 0)
                .sorted((a, b) -> Double.compare(contribution(b, true), contribution(a, true)))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
