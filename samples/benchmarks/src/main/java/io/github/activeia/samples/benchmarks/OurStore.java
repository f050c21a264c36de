package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The store of ours that takes part: the only class that knows which one it is. */
final class OurStore implements AutoCloseable {
    /** What the report calls it. */
    static final String NAME = "Active-IA (Lucene)";

    private final Path directory;
    private final KnowledgeStore store;

    private OurStore(Path directory, KnowledgeStore store) {
        this.directory = directory;
        this.store = store;
    }

    static OurStore open(Site site) {
        try {
            Path directory = Files.createTempDirectory(site.schema());
            return new OurStore(
                    directory,
                    LuceneKnowledgeStore.open(directory, site.embedder().profile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KnowledgeStore store() {
        return store;
    }

    /** Waits until an index for vectors, if the store builds one, is complete; returns whether there is one. */
    boolean awaitIndex() {
        return false;
    }

    /** Returns what the store takes, on disk or in the database. */
    long bytes() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    @Override
    public void close() {
        store.close();
        files().stream().sorted(Comparator.reverseOrder()).forEach(file -> file.toFile()
                .delete());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
