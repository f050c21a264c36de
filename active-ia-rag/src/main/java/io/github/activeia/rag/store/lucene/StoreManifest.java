package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.Faults;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.stream.Stream;

/** Says what a directory was written with. */
final class StoreManifest {
    private static final String FILE = "store.properties";
    private static final String FORMAT = "1";

    private StoreManifest() {}

    static void checkOrWrite(Path directory, EmbeddingProfile profile) throws IOException {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            check(file, profile);
        } else {
            requireEmpty(directory);
            write(file, profile);
        }
    }

    private static void check(Path file, EmbeddingProfile profile) throws IOException {
        Properties stored = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            stored.load(in);
        }
        String remedy = "delete the store's directory and ingest again, or configure what it was written with: model "
                + stored.getProperty("model") + ", dimension " + stored.getProperty("dimension");
        new Faults()
                .require(
                        FORMAT.equals(stored.getProperty("format")),
                        "store format",
                        "be " + FORMAT,
                        stored.getProperty("format"),
                        "delete the store's directory and ingest again")
                .require(
                        profile.modelId().equals(stored.getProperty("model")),
                        "embedding model",
                        "be the one that the store was written with",
                        profile.modelId(),
                        remedy)
                .require(
                        Integer.toString(profile.dimension()).equals(stored.getProperty("dimension")),
                        "embedding dimension",
                        "be the one that the store was written with",
                        profile.dimension(),
                        remedy)
                .throwIfAny();
    }

    private static void requireEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            long others = files.filter(f -> !f.endsWith("store.lock") && !f.endsWith(FILE + ".new"))
                    .count();
            new Faults()
                    .require(
                            others == 0,
                            "directory",
                            "be empty or a store",
                            others + " files without " + FILE,
                            "use a directory of its own")
                    .throwIfAny();
        }
    }

    private static void write(Path file, EmbeddingProfile profile) throws IOException {
        Properties manifest = new Properties();
        manifest.setProperty("format", FORMAT);
        manifest.setProperty("model", profile.modelId());
        manifest.setProperty("dimension", Integer.toString(profile.dimension()));
        Path fresh = file.resolveSibling(FILE + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            manifest.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
