package io.github.activeia.samples.lab;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.rag.evaluation.RetrievalEvaluation;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A BEIR-shaped corpus in a store of its own, that is gone when it is closed. */
final class Corpus implements AutoCloseable {
    private final BeirDataset data;
    private final CourseId course;
    private final Path directory;
    private final KnowledgeStore store;

    private Corpus(BeirDataset data, CourseId course, Path directory, KnowledgeStore store) {
        this.data = data;
        this.course = course;
        this.directory = directory;
        this.store = store;
    }

    /** Loads a corpus and stores its passages. */
    static Corpus index(Path folder, String storeName, Embedder embedder, String language) {
        if (!storeName.equals("lucene")) {
            throw new ConfigurationException(new Fault("--store", "be lucene", storeName, "use --store lucene"));
        }
        BeirDataset data = BeirDataset.load(folder);
        CourseId course = new CourseId(folder.toAbsolutePath().normalize().getFileName().toString());
        try {
            Path directory = Files.createTempDirectory("active-ia-eval");
            KnowledgeStore store = LuceneKnowledgeStore.open(directory, embedder.profile());
            RetrievalEvaluation.of(data, course).index(store, embedder, language);
            return new Corpus(data, course, directory, store);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    BeirDataset data() {
        return data;
    }

    CourseId course() {
        return course;
    }

    KnowledgeStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
