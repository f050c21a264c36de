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
    private final Map<String, Double> weights = new HashMap<>();

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
                        int blank = line.indexOf(' ');
                        loaded.weights.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return loaded;
    }

    /** Returns what is done with a text of this probability. */
    Leak.Verdict verdict(double probability) {
        if (probability < weight("threshold")) {
            return Leak.Verdict.NONE;
        }
        if (probability < weight("close")) {
            return Leak.Verdict.DOUBTFUL;
        }
        return probability < weight("block") ? Leak.Verdict.LIKELY : Leak.Verdict.CERTAIN;
    }

    private double weight(String name) {
        return weights.getOrDefault(name, 0.0);
    }

    private double contribution(Map.Entry<String, Double> evidence) {
        double value = evidence.getValue();
        double above = above(value);
        double below = weight(evidence.getKey()) * value;
        return above == 0 ? below : below + weight(evidence.getKey() + "+") * above;
    }

    /** Returns what lies above one half, twice. */
    static double above(double value) {
        return value > 0.5 ? 2 * value - 1 : 0;
    }

    double probability(Map<String, Double> evidence) {
        double sum = weight("bias");
        for (Map.Entry<String, Double> kind : evidence.entrySet()) {
            sum += contribution(kind);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Returns the kinds that say most for a leak, best first. */
    List<String> strongest(Map<String, Double> evidence, int most) {
        return evidence.entrySet().stream()
                .filter(kind -> contribution(kind) > 0)
                .sorted((a, b) -> Double.compare(contribution(b), contribution(a)))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
