package io.github.activeia.agents.gatekeeper;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a student wants from the meaning of the message, by its embedding. Thread-safe if the embedder is. */
final class MeaningClassifier {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    private final MeaningModel model;
    private final Function<String, float[]> embedder;

    /** An outage is told once, and its end. */
    private final AtomicBoolean failing = new AtomicBoolean();

    MeaningClassifier(MeaningModel model, Function<String, float[]> embedder) {
        this.model = model;
        this.embedder = embedder;
    }

    /** Returns a score for each intent; of an embedder that fails, zeros, which decide nothing. */
    double[] scores(String message) {
        try {
            double[] scores = model.scores(embedder.apply(message));
            if (failing.compareAndSet(true, false)) {
                LOG.info("gatekeeper reads with embeddings again");
            }
            return scores;
        } catch (RuntimeException failure) {
            if (failing.compareAndSet(false, true)) {
                LOG.warn(
                        "embedder of the gatekeeper must make a vector, but failed with {}; until it does, the words alone decide",
                        failure.getClass().getName());
            }
            return new double[Intents.ALL.size()];
        }
    }
}
