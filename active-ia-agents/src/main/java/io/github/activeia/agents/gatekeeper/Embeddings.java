package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedder that reads the meaning of messages.
 *
 * @param modelId the name of its model
 * @param embedder makes a vector of a message
 * @param file where what is learnt is kept, or null
 */
record Embeddings(String modelId, Function<String, float[]> embedder, @Nullable Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    MeaningClassifier classifier(List<IntentExample> examples) {
        String mark = IntentExamples.mark(examples);
        Optional<MeaningModel> kept = file == null ? Optional.empty() : MeaningFile.read(file, modelId, mark);
        MeaningModel model = kept.or(() -> MeaningFile.shipped(modelId, mark)).orElseGet(() -> learn(examples, mark));
        return new MeaningClassifier(model, embedder);
    }

    private MeaningModel learn(List<IntentExample> examples, String mark) {
        LOG.info("gatekeeper embeds {} examples with {} to learn from them", examples.size(), modelId);
        MeaningModel model = MeaningModel.learn(examples, embedder);
        if (file != null) {
            try {
                MeaningFile.write(file, model, Map.of("model", modelId, "examples", mark));
            } catch (IOException unwritable) {
                throw new ConfigurationException(new Fault(
                        "file of the embeddings", "be writable", file.toString(), "choose another, or leave it out"));
            }
        }
        return model;
    }
}
