package io.github.activeia.rag.retrieval;

import io.github.activeia.core.Faults;
import io.github.activeia.core.RetrievalConfidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@link Evidence} into the probability that the passages answer the question: a logistic regression that was fitted on
 * questions with and without an answer. Immutable.
 */
public final class ConfidenceModel {
    private static final String FALLBACK = "words-only";

    private final double intercept;
    private final double[] weights;
    private final double threshold;

    private ConfidenceModel(double intercept, double[] weights, double threshold) {
        this.intercept = intercept;
        this.weights = weights.clone();
        this.threshold = threshold;
    }

    /**
     * Returns the model that was calibrated for an embedding model, or the cautious one, which looks at words alone and asks for more of
     * them, where there is none.
     *
     * @param embeddingModel the id in the embedder's profile
     */
    public static ConfidenceModel of(String embeddingModel) {
        ConfidenceModel calibrated = read(fileName(embeddingModel));
        if (calibrated != null) {
            return calibrated;
        }
        ConfidenceModel cautious = read(FALLBACK);
        if (cautious == null) {
            throw new IllegalStateException("the confidence for unknown models is missing from the library");
        }
        return cautious;
    }

    /**
     * Returns a model.
     *
     * @param intercept the constant
     * @param weights one for each figure of {@link Evidence#toArray()}
     * @param threshold from which probability the passages suffice, more than 0 and less than 1
     */
    public static ConfidenceModel of(double intercept, double[] weights, double threshold) {
        int figures = new Evidence(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).toArray().length;
        new Faults()
                .require(
                        weights.length == figures,
                        "weights",
                        "be " + figures,
                        weights.length,
                        "give one for each figure of Evidence")
                .require(
                        threshold > 0 && threshold < 1,
                        "threshold",
                        "be more than 0 and less than 1",
                        threshold,
                        "use 0.5 if in doubt")
                .throwIfAny();
        return new ConfidenceModel(intercept, weights, threshold);
    }

    /** Returns the probability that the passages answer the question. */
    public double probability(Evidence evidence) {
        double[] figures = evidence.toArray();
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * figures[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Returns whether a probability is enough to answer from the passages. */
    public boolean isSufficient(double probability) {
        return probability >= threshold;
    }

    /** Returns the band of a probability; {@code MEDIUM} begins where passages suffice. */
    public RetrievalConfidence band(double probability) {
        if (probability >= threshold + (1 - threshold) * 0.6) {
            return RetrievalConfidence.HIGH;
        }
        if (probability >= threshold) {
            return RetrievalConfidence.MEDIUM;
        }
        return probability >= threshold * 0.3 ? RetrievalConfidence.LOW : RetrievalConfidence.NONE;
    }

    /** Returns the model in the form of its resource. */
    public String toProperties() {
        return "intercept=" + intercept + "\nweights="
                + DoubleStream.of(weights).mapToObj(Double::toString).collect(Collectors.joining(" ")) + "\nthreshold="
                + threshold + "\n";
    }

    private static @Nullable ConfidenceModel read(String name) {
        try (InputStream in = ConfidenceModel.class.getResourceAsStream("confidence-" + name + ".properties")) {
            if (in == null) {
                return null;
            }
            Properties stored = new Properties();
            stored.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            double[] weights = Arrays.stream(
                            stored.getProperty("weights").strip().split("\\s+", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return of(
                    Double.parseDouble(stored.getProperty("intercept")),
                    weights,
                    Double.parseDouble(stored.getProperty("threshold")));
        } catch (IOException e) {
            throw new UncheckedIOException("the confidence of " + name + " cannot be read", e);
        }
    }

    private static String fileName(String embeddingModel) {
        return embeddingModel.replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
