package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Keeps what was learnt from embeddings, with the name of the model and a mark of the examples it was learnt from. */
final class MeaningFile {
    private MeaningFile() {}

    /** Returns what the library ships for a model, if it was learnt from these examples. */
    static Optional<MeaningModel> shipped(String modelId, String examples) {
        String name = "examples/" + modelId.replaceAll("[^A-Za-z0-9.-]", "_") + ".properties";
        try (InputStream stream = MeaningFile.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : read(stream, modelId, examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a host has kept, if it is there and fits. */
    static Optional<MeaningModel> read(Path file, String modelId, String examples) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, modelId, examples);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<MeaningModel> read(InputStream stream, String modelId, String examples) throws IOException {
        Properties kept = new Properties();
        kept.load(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        if (!modelId.equals(kept.getProperty("model")) || !examples.equals(kept.getProperty("examples"))) {
            return Optional.empty();
        }
        float[][] weights = new float[Intents.ALL.size()][];
        float[] bias = new float[Intents.ALL.size()];
        for (CognitiveIntent intent : Intents.ALL) {
            weights[Intents.number(intent)] = decode(kept.getProperty(intent.name(), ""));
            bias[Intents.number(intent)] = Float.parseFloat(kept.getProperty(intent.name() + ".bias", "0"));
        }
        return Optional.of(new MeaningModel(weights, bias));
    }

    static void write(Path file, MeaningModel model, Map<String, String> marks) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Weights of intents over the values of an embedding, learnt from the example messages.");
        new TreeMap<>(marks).forEach((name, value) -> lines.add(name + "=" + value));
        for (CognitiveIntent intent : Intents.ALL) {
            lines.add(intent.name() + ".bias=" + model.bias(intent));
            lines.add(intent.name() + "=" + encode(model.weights(intent)));
        }
        Files.write(file, lines);
    }

    private static String encode(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
