package io.github.activeia.agents.leak;

import io.github.activeia.agents.learning.Features;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The features of a text that is learnt from, by their numbers, each with its value. */
final class MannerBag {
    private final int[] numbers;
    private final double[] values;

    private MannerBag(int[] numbers, double[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    /** Makes one of how many sentences have each feature. */
    static MannerBag of(Map<Integer, Integer> counts) {
        int[] numbers = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] values = counts.values().stream().mapToDouble(Manner::value).toArray();
        double length = Manner.length(DoubleStream.of(values).map(v -> v * v).sum());
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new MannerBag(numbers, values);
    }

    /** Returns the sum of what the features weigh; the last weight counts always. */
    double score(double[] weights) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            sum += weights[numbers[i]] * values[i];
        }
        return sum;
    }

    /** Returns the features for a classifier, with one more that is always there. */
    Features features(int always) {
        Features features = new Features(numbers.length + 1);
        features.add((long) always, 1);
        for (int i = 0; i < numbers.length; i++) {
            features.add((long) numbers[i], values[i]);
        }
        return features;
    }
}
