package io.github.activeia.rag.ingestion;

import io.github.activeia.rag.chunking.ContentHash;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives a batch of chunks their vectors; what the store already knows is not embedded again. */
final class ChunkEmbedding {
    private final Embedder embedder;

    ChunkEmbedding(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Adds a batch to a document, and returns how many of its chunks were embedded. */
    int add(List<Chunk> batch, DocumentWriter writer) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> hashes = new ArrayList<>(batch.size());
        for (Chunk chunk : batch) {
            String hash = hash(chunk.searchText());
            hashes.add(hash);
            texts.put(hash, chunk.searchText());
        }
        Map<String, float[]> vectors = new LinkedHashMap<>(writer.known(texts.keySet()));
        texts.keySet().removeAll(vectors.keySet());
        List<float[]> embedded = embedder.embedPassages(List.copyOf(texts.values()));
        int next = 0;
        for (String hash : texts.keySet()) {
            vectors.put(hash, embedded.get(next++));
        }
        List<EmbeddedChunk> ready = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            String hash = hashes.get(i);
            ready.add(new EmbeddedChunk(batch.get(i), hash, Objects.requireNonNull(vectors.get(hash))));
        }
        writer.add(ready);
        return embedded.size();
    }

    private String hash(String text) {
        EmbeddingProfile profile = embedder.profile();
        return ContentHash.of(profile.modelId(), profile.passagePrefix(), text);
    }
}
