package io.github.activeia.samples.lab;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.rag.evaluation.RetrievalEvaluation;
import io.github.activeia.rag.store.KnowledgeStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A BEIR-shaped corpus in a store of its own, that is gone when it is closed. */
final class Corpus implements AutoCloseable {
    private final BeirDataset data;
    private final CourseId course;
    private final OpenStore scratch;
    private final Embedder embedder;

    private Corpus(BeirDataset data, CourseId course, OpenStore scratch, Embedder embedder) {
        this.data = data;
        this.course = course;
        this.scratch = scratch;
        this.embedder = embedder;
    }

    /** Loads a corpus and stores its passages; without a language, in the one that most of it looks like. */
    static Corpus index(Path folder, String storeName, Embedder embedder, @Nullable String language) {
        BeirDataset data = BeirDataset.load(folder);
        CourseId course =
                new CourseId(folder.toAbsolutePath().normalize().getFileName().toString());
        Corpus corpus = new Corpus(data, course, ScratchStore.open(storeName, embedder.profile()), embedder);
        RetrievalEvaluation.of(data, course)
                .index(corpus.store(), embedder, language == null ? languageOf(data) : language);
        return corpus;
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
        return scratch.store();
    }

    Embedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
