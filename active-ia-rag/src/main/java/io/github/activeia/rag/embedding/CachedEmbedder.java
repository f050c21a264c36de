package io.github.activeia.rag.embedding;

import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.cache.CachedValues;
import io.github.activeia.core.cache.VectorCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps vectors by the whole profile and the text; a model is asked for what is missing only. Thread-safe. */
final class CachedEmbedder implements Embedder {
    private final Embedder model;
    private final CachedValues<float[]> vectors;

    CachedEmbedder(Embedder model, Cache cache) {
        this.model = model;
        this.vectors =
                CachedValues.of(cache, VectorCodec.float32(model.profile().dimension()));
    }

    @Override
    public EmbeddingProfile profile() {
        return model.profile();
    }

    /** Threads that ask at the same time share a load, and each gets an array of its own. */
    @Override
    public float[] embedQuery(String question) {
        return vectors.get(key("question", question), () -> model.embedQuery(question))
                .clone();
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        Map<String, float[]> known = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String passage : passages.stream().distinct().toList()) {
            vectors.find(key("passage", passage))
                    .ifPresentOrElse(vector -> known.put(passage, vector), () -> missing.add(passage));
        }
        Iterator<float[]> embedded = embed(missing).iterator();
        for (String passage : missing) {
            float[] vector = embedded.next();
            vectors.keep(key("passage", passage), vector);
            known.put(passage, vector);
        }
        return passages.stream()
                .map(passage -> Objects.requireNonNull(known.get(passage)).clone())
                .toList();
    }

    private List<float[]> embed(List<String> missing) {
        return missing.isEmpty() ? List.of() : model.embedPassages(missing);
    }

    private CacheKey key(String kind, String text) {
        return CacheKey.of(CacheFamily.EMBEDDING)
                .part("model", profile().toString())
                .part("kind", kind)
                .part("text", text)
                .build();
    }
}
