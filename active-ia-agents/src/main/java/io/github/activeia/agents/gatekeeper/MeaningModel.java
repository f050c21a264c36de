package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Example;
import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.Fitting;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was learnt from the embeddings of the examples: a weight of each intent for each value of a vector. Immutable. */
final class MeaningModel {
    private static final Fitting FITTING = new Fitting(20, 0.05, 0.01, 1);
    private static final int CLASSES = Intents.ALL.size();

    /** Values of a vector of length 1 are small. */
    private static final double SCALE = 12;

    private final float[][] weights;
    private final float[] bias;

    MeaningModel(float[][] weights, float[] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** Learns from all examples, which takes as long as the embedder does. */
    static MeaningModel learn(List<IntentExample> examples, Function<String, float[]> embedder) {
        List<float[]> vectors = examples.stream()
                .map(example -> unit(embedder.apply(example.message())))
                .toList();
        float[] mean = mean(vectors);
        List<Example> known = new ArrayList<>(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            Features features = new Features();
            features.add("bias", 1);
            for (int k = 0; k < mean.length; k++) {
                features.add("e" + k, (vectors.get(i)[k] - mean[k]) * SCALE);
            }
            known.add(new Example(features, Intents.number(examples.get(i).intent())));
        }
        return centred(LinearClassifier.fit(known, CLASSES, FITTING), mean);
    }

    /** Moves the mean of the vectors into the bias, so that nobody has to take it off again. */
    private static MeaningModel centred(LinearClassifier classifier, float[] mean) {
        float[][] weights = new float[CLASSES][mean.length];
        float[] bias = floats(weightsOf(classifier, "bias"));
        for (int k = 0; k < mean.length; k++) {
            double[] row = weightsOf(classifier, "e" + k);
            for (int c = 0; c < CLASSES; c++) {
                weights[c][k] = (float) (row[c] * SCALE);
                bias[c] -= weights[c][k] * mean[k];
            }
        }
        return new MeaningModel(weights, bias);
    }

    private static double[] weightsOf(LinearClassifier classifier, String feature) {
        Features one = new Features();
        one.add(feature, 1);
        return classifier.scores(one);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += vector[k] / vectors.size();
            }
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length && length > 0; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return unit;
    }

    int dimension() {
        return weights[0].length;
    }

    float[] weights(CognitiveIntent intent) {
        return weights[Intents.number(intent)];
    }

    float bias(CognitiveIntent intent) {
        return bias[Intents.number(intent)];
    }

    /** Returns a score for each intent. */
    double[] scores(float[] vector) {
        if (vector.length != dimension()) {
            throw new InvalidValueException(
                    "vector of a message",
                    "have " + dimension() + " values",
                    vector.length,
                    "use the model it was learnt with");
        }
        float[] unit = unit(vector);
        double[] scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            double sum = bias[c];
            for (int k = 0; k < unit.length; k++) {
                sum += weights[c][k] * unit[k];
            }
            scores[c] = sum;
        }
        return scores;
    }
}
