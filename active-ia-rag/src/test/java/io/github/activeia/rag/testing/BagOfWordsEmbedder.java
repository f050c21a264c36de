package io.github.activeia.rag.testing;

import io.github.activeia.rag.analysis.TextAnalysis;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An embedder without a model: texts with the same words have the same vector. Thread-safe, quick, and the same
 * everywhere. It counts the passages that it is asked for.
 */
public final class BagOfWordsEmbedder implements Embedder {
    private static final int DIMENSION = 64;

    private final TextAnalysis spanish = TextAnalysis.of("es");
    private final AtomicInteger passages = new AtomicInteger();

    @Override
    public EmbeddingProfile profile() {
        return new EmbeddingProfile("bag-of-words", DIMENSION, "", "", 512, true);
    }

    @Override
    public float[] embedQuery(String question) {
        return embed(question);
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        passages.addAndGet(texts.size());
        return texts.stream().map(this::embed).toList();
    }

    /** Returns how many passages were embedded since the last call. */
    public int takeCount() {
        return passages.getAndSet(0);
    }

    private float[] embed(String text) {
        float[] vector = new float[DIMENSION];
        vector[0] = 0.1f;
        for (String term : spanish.terms(text)) {
            vector[1 + Math.floorMod(term.hashCode() * 0x9E3779B9, DIMENSION - 1)] += 1;
        }
        return vector;
    }
}
