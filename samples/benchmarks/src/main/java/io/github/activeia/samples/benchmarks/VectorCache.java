package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Keeps vectors in a folder as they are made, because embedding takes minutes. A file's name is a hash of the model and of all texts. */
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
            Files.createDirectories(folder);
            List<float[]> vectors = read(file);
            while (vectors.size() < texts.size()) {
                int from = vectors.size();
                List<float[]> more = embed.apply(texts.subList(from, Math.min(from + BATCH, texts.size())));
                append(file, more);
                vectors.addAll(more);
                embedded.accept(vectors.size());
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what is there: an interrupted run leaves the first part, and perhaps half a vector, which is cut off. */
    private List<float[]> read(Path file) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        if (!Files.exists(file)) {
            return vectors;
        }
        int size = model.profile().dimension() * Float.BYTES;
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= size) {
            float[] vector = new float[model.profile().dimension()];
            bytes.asFloatBuffer().get(vector);
            bytes.position(bytes.position() + size);
            vectors.add(vector);
        }
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
            whole.truncate((long) vectors.size() * size);
        }
        return vectors;
    }

    private void append(Path file, List<float[]> vectors) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(vectors.size() * model.profile().dimension() * Float.BYTES);
        vectors.forEach(vector -> {
            for (float value : vector) {
                bytes.putFloat(value);
            }
        });
        Files.write(file, bytes.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
