package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers with vectors that are there already, so that the store is measured and not the model. A question whose slips of the keys
 * were corrected is a new text: the model embeds it once, while the questions are asked before anything is timed.
 */
final class KnownQuestions implements Embedder {
    private final Embedder model;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    KnownQuestions(Embedder model, List<Asked> questions) {
        this.model = model;
        questions.forEach(question -> vectors.put(question.text(), question.vector()));
    }

    @Override
    public EmbeddingProfile profile() {
        return model.profile();
    }

    @Override
    public float[] embedQuery(String question) {
        return vectors.computeIfAbsent(question, model::embedQuery);
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        return model.embedPassages(passages);
    }
}
