package io.github.activeia.rag.testing;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An embedder without a model: texts with the same letters are near. It counts the passages that it is asked for. Thread-safe. */
public final class WordEmbedder implements Embedder {
    private static final int DIMENSION = 64;

    private final AtomicInteger passages = new AtomicInteger();

    @Override
    public EmbeddingProfile profile() {
        return EmbeddingProfile.of("words", DIMENSION);
    }

    @Override
    public float[] embedQuery(String question) {
        return vector(question);
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        passages.addAndGet(texts.size());
        return texts.stream().map(WordEmbedder::vector).toList();
    }

    /** Returns how many passages were embedded since the last call. */
    public int takeCount() {
        return passages.getAndSet(0);
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSION];
        vector[0] = 0.1f;
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> vector[Math.floorMod(letter, DIMENSION)]++);
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
