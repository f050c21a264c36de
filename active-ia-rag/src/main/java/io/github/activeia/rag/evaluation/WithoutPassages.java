package io.github.activeia.rag.evaluation;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoreContents;
import io.github.activeia.rag.store.Vocabulary;
import java.util.List;
import java.util.Set;

/** A store as if some chunks had never been written: what a question meets whose answer is missing. */
final class WithoutPassages implements KnowledgeStore, ChunkSearch {
    private final KnowledgeStore store;
    private final Set<String> missing;

    WithoutPassages(KnowledgeStore store, Set<String> missing) {
        this.store = store;
        this.missing = missing;
    }

    @Override
    public DocumentCatalog documents() {
        return store.documents();
    }

    @Override
    public ChunkSearch chunks() {
        return this;
    }

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
        return store.chunks().candidates(query).stream()
                .filter(c -> !missing.contains(c.chunk().id()))
                .toList();
    }

    @Override
    public List<Chunk> section(CourseId course, String sectionId) {
        return store.chunks().section(course, sectionId).stream()
                .filter(c -> !missing.contains(c.id()))
                .toList();
    }

    @Override
    public Vocabulary vocabulary(CourseId course, String text) {
        return store.chunks().vocabulary(course, text);
    }

    @Override
    public StoreContents contents() {
        return store.contents();
    }

    /** Leaves the store open, since others use it. */
    @Override
    public void close() {}
}
