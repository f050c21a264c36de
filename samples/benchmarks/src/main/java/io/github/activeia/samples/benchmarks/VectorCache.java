package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Keeps vectors in a folder, because embedding takes minutes. A file's name is a hash of the model and of all texts. */
final class VectorCache {
    private static final int BATCH = 64;
    private static final int NAME = 24;

    private final Path folder;
    private final Embedder model;

    VectorCache(Path folder, Embedder model) {
        this.folder = folder;
        this.model = model;
    }

    /** Returns the vectors of passages; tells how many were embedded after each batch, and nothing if they were kept. */
    List<float[]> passages(List<String> texts, IntConsumer embedded) {
        return vectors("passage", texts, embedded, model::embedPassages);
    }

    /** Returns the vectors of questions. */
    List<float[]> questions(List<String> texts, IntConsumer embedded) {
        return vectors("query", texts, embedded, batch -> batch.stream()
                .map(model::embedQuery)
                .toList());
    }

    private List<float[]> vectors(
            String kind, List<String> texts, IntConsumer embedded, Function<List<String>, List<float[]>> embed) {
        Path file = folder.resolve(kind + "-" + hash(kind, texts) + ".vectors");
        try {
            if (Files.exists(file)) {
                return read(file, texts.size());
            }
            List<float[]> vectors = new ArrayList<>();
            for (int from = 0; from < texts.size(); from += BATCH) {
                vectors.addAll(embed.apply(texts.subList(from, Math.min(from + BATCH, texts.size()))));
                embedded.accept(vectors.size());
            }
            write(file, vectors);
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<float[]> read(Path file, int count) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < count; i++) {
                float[] vector = new float[model.profile().dimension()];
                for (int j = 0; j < vector.length; j++) {
                    vector[j] = in.readFloat();
                }
                vectors.add(vector);
            }
        }
        return vectors;
    }

    /** Moves the file into its place when it is whole, so that half a file is never read. */
    private void write(Path file, List<float[]> vectors) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "vectors", ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            for (float[] vector : vectors) {
                for (float value : vector) {
                    out.writeFloat(value);
                }
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String hash(String kind, List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((model.profile() + "\0" + kind).getBytes(StandardCharsets.UTF_8));
            for (String text : texts) {
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
