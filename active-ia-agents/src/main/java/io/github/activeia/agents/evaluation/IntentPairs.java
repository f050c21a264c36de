package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was expected and what was said of each message, for means over parts and samples of them. Not thread-safe. */
final class IntentPairs {
    private static final int SAMPLES = 1000;
    private static final int LOW = 25;
    private static final int HIGH = 974;
    private static final int RANGES = 10;

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(CognitiveIntent expected, CognitiveIntent got, double confidence, String group) {}

    void add(CognitiveIntent expected, Observed got, String group) {
        pairs.add(new Pair(expected, got.intent(), got.confidence(), group));
    }

    /** Returns the macro F1 of each group that has a name. */
    Map<String, Double> byGroup() {
        Map<String, List<Pair>> groups =
                pairs.stream().filter(p -> !p.group.isEmpty()).collect(Collectors.groupingBy(Pair::group));
        Map<String, Double> found = new TreeMap<>();
        groups.forEach((name, own) -> found.put(name, macroF1(own)));
        return found;
    }

    /** Returns where the macro F1 lies, by drawing the messages again and again (percentile bootstrap, always the same draws). */
    Interval bootstrap() {
        if (pairs.isEmpty()) {
            return new Interval(Double.NaN, Double.NaN);
        }
        Random random = new Random(1);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<Pair> drawn = new ArrayList<>(pairs.size());
            for (int i = 0; i < pairs.size(); i++) {
                drawn.add(pairs.get(random.nextInt(pairs.size())));
            }
            means[sample] = macroF1(drawn);
        }
        Arrays.sort(means);
        return new Interval(means[LOW], means[HIGH]);
    }

    /** Returns how far confidence and accuracy lie apart: the mean over ten equal ranges of confidence, weighed by their messages. */
    double calibrationError() {
        double[] surplus = new double[RANGES];
        for (Pair pair : pairs) {
            int range = Math.min(RANGES - 1, (int) (RANGES * pair.confidence));
            surplus[range] += pair.confidence - (pair.expected == pair.got ? 1 : 0);
        }
        return pairs.isEmpty()
                ? Double.NaN
                : Arrays.stream(surplus).map(Math::abs).sum() / pairs.size();
    }

    private static double macroF1(List<Pair> of) {
        Confusion matrix = new Confusion();
        of.forEach(pair -> matrix.add(pair.expected, pair.got));
        return matrix.macroF1();
    }
}
