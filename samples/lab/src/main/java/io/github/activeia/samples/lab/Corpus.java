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
import org.jspecify.annotations.Nullable;

/** A BEIR-shaped corpus in a store of its own, that is gone when it is closed. */
final class Corpus implements AutoCloseable {
    private final BeirDataset data;
    private final CourseId course;
    private final Path directory;
    private final KnowledgeStore store;
    private final Embedder embedder;

    private Corpus(BeirDataset data, CourseId course, Path directory, Embedder embedder) {
        this.data = data;
        this.course = course;
        this.directory = directory;
        this.embedder = embedder;
        this.store = LuceneKnowledgeStore.open(directory, embedder.profile());
    }

    /** Loads a corpus and stores its passages; without a language, in the one that most of it looks like. */
    static Corpus index(Path folder, String storeName, Embedder embedder, @Nullable String language) {
        if (!storeName.equals("lucene")) {
            throw new ConfigurationException(new Fault("--store", "be lucene", storeName, "use --store lucene"));
        }
        BeirDataset data = BeirDataset.load(folder);
        CourseId course =
                new CourseId(folder.toAbsolutePath().normalize().getFileName().toString());
        try {
            Corpus corpus = new Corpus(data, course, Files.createTempDirectory("active-ia-eval"), embedder);
            RetrievalEvaluation.of(data, course)
                    .index(corpus.store, embedder, language == null ? languageOf(data) : language);
            return corpus;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String languageOf(BeirDataset data) {
        long english = count(data, " the ");
        return english > count(data, " de ") ? "en" : "es";
    }

    private static long count(BeirDataset data, String word) {
        return data.passages().stream().filter(p -> p.text().contains(word)).count();
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

    Embedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
