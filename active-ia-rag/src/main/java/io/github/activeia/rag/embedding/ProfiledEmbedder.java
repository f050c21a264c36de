package io.github.activeia.rag.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Any langchain4j model, used the way its profile says, with its answers checked. */
final class ProfiledEmbedder implements Embedder {
    private static final int BATCH = 32;

    private final EmbeddingModel model;
    private final EmbeddingProfile profile;

    ProfiledEmbedder(EmbeddingModel model, EmbeddingProfile profile) {
        this.model = model;
        this.profile = profile;
    }

    @Override
    public EmbeddingProfile profile() {
        return profile;
    }

    @Override
    public float[] embedQuery(String question) {
        return embed(List.of(segment("question", profile.queryPrefix(), question)))
                .get(0);
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        List<TextSegment> segments = passages.stream()
                .map(p -> segment("passage", profile.passagePrefix(), p))
                .toList();
        List<float[]> vectors = new ArrayList<>(segments.size());
        for (int from = 0; from < segments.size(); from += BATCH) {
            vectors.addAll(embed(segments.subList(from, Math.min(from + BATCH, segments.size()))));
        }
        return vectors;
    }

    private static TextSegment segment(String property, String prefix, String text) {
        if (text.isBlank()) {
            throw new InvalidValueException(property, "not be blank", "blank", "leave it out");
        }
        return TextSegment.from(prefix + text);
    }

    private List<float[]> embed(List<TextSegment> segments) {
        List<Embedding> answered = call(segments);
        if (answered.size() != segments.size()) {
            throw new EmbeddingException(
                    profile.modelId(), "returned " + answered.size() + " for " + segments.size() + " texts");
        }
        return answered.stream().map(Embedding::vector).map(this::fitted).toList();
    }

    private List<Embedding> call(List<TextSegment> segments) {
        try {
            return model.embedAll(segments).content();
        } catch (RuntimeException e) {
            throw new EmbeddingException(
                    profile.modelId(), "failed with " + e.getClass().getSimpleName(), retriable(e), e);
        }
    }

    private static boolean retriable(RuntimeException failure) {
        boolean hopeless = failure instanceof NonRetriableException || failure instanceof IllegalArgumentException;
        return !hopeless || failure instanceof UnresolvedModelServerException;
    }

    private float[] fitted(float[] raw) {
        if (raw.length != profile.modelDimension()) {
            throw new ConfigurationException(new Fault(
                    "dimension of " + profile.modelId(),
                    "be " + profile.modelDimension() + ", as its profile says",
                    Integer.toString(raw.length),
                    "use the profile that belongs to the model"));
        }
        float[] vector = Arrays.copyOf(raw, profile.dimension());
        double length = length(vector);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new EmbeddingException(profile.modelId(), "returned a vector of length " + length);
        }
        if (profile.normalise()) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
