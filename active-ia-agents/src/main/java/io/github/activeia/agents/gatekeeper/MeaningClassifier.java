package io.github.activeia.agents.gatekeeper;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a student wants from the meaning of the message, by its embedding. Thread-safe if the embedder is. */
final class MeaningClassifier {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    private final MeaningModel model;
    private final Function<String, float[]> embedder;

    MeaningClassifier(MeaningModel model, Function<String, float[]> embedder) {
        this.model = model;
        this.embedder = embedder;
    }

    /** Returns a score for each intent; of an embedder that fails, zeros, which decide nothing. */
    double[] scores(String message) {
        try {
            return model.scores(embedder.apply(message));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "gatekeeper reads without embeddings: {}",
                    failure.getClass().getName());
            return new double[Intents.ALL.size()];
        }
    }
}
