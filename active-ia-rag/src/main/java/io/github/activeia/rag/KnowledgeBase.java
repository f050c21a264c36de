package io.github.activeia.rag;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.ingestion.FolderIngestion;
import io.github.activeia.rag.ingestion.IngestionListener;
import io.github.activeia.rag.ingestion.IngestionReport;
import io.github.activeia.rag.ingestion.IngestionSettings;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The material of courses: ingest it, and find passages in it. Thread-safe: searches go on during an ingestion, and ingestions wait
 * for each other. Closing it closes the store that it opened itself, never one that it was given.
 */
public final class KnowledgeBase implements VersionedKnowledge, SolutionIndex, ActivityCatalog, AutoCloseable {
    private final KnowledgeStore store;
    private final boolean ownsStore;
    private final HybridRetriever retriever;
    private final String search;
    private final FolderIngestion ingestion;
    private final CourseActivities activities;
    private final Lock ingesting = new ReentrantLock();

    private KnowledgeBase(Builder builder, KnowledgeStore store, Embedder embedder, boolean ownsStore) {
        this.store = store;
        this.ownsStore = ownsStore;
        RetrievalSettings retrieval = Objects.requireNonNullElseGet(builder.retrieval, RetrievalSettings::defaults);
        this.retriever = HybridRetriever.of(store, embedder, retrieval);
        this.search = embedder.profile() + " " + retrieval;
        this.ingestion = new FolderIngestion(
                store,
                embedder,
                Objects.requireNonNullElseGet(builder.ingestion, IngestionSettings::defaults),
                Objects.requireNonNullElseGet(builder.clock, Clock::systemUTC));
        this.activities = new CourseActivities(store);
    }

    /**
     * Opens a knowledge base on disk, with the model that runs in this process. The directory is created if it is missing.
     *
     * @throws io.github.activeia.core.ConfigurationException if the model's artifact is missing, or the directory holds something
     *     else or is in use
     */
    public static KnowledgeBase lucene(Path indexDirectory) {
        return lucene(indexDirectory, Embedder.inProcess());
    }

    /**
     * Opens a knowledge base on disk, with a model of the host's.
     *
     * @throws io.github.activeia.core.ConfigurationException if the directory was made with another model, holds something else or
     *     is in use
     */
    public static KnowledgeBase lucene(Path indexDirectory, Embedder embedder) {
        KnowledgeStore opened = LuceneKnowledgeStore.open(indexDirectory, embedder.profile());
        return new KnowledgeBase(builder(), opened, embedder, true);
    }

    /**
     * Opens a knowledge base in PostgreSQL with pgvector, with the model that runs in this process. The tables are made if they are
     * missing; the extension is the host's to create.
     *
     * @param connections of the host, a pool if there is more than one user; it stays the host's to close
     * @throws io.github.activeia.core.ConfigurationException if the driver's or the model's artifact is missing, the server or its
     *     extension lacks something, or the tables were made with another model
     * @throws io.github.activeia.core.ActiveIaException if the server cannot be reached
     */
    public static KnowledgeBase pgvector(DataSource connections) {
        return pgvector(connections, Embedder.inProcess());
    }

    /** Does the same as {@link #pgvector(DataSource)} with a model of the host's; further settings are the store's own. */
    public static KnowledgeBase pgvector(DataSource connections, Embedder embedder) {
        KnowledgeStore opened = PgVectorKnowledgeStore.open(connections, embedder.profile());
        return new KnowledgeBase(builder(), opened, embedder, true);
    }

    /** Returns a builder; store and embedder are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Brings the knowledge base up to date with a folder.
     *
     * @throws InvalidValueException if the folder is missing, is a file, or has no file of a known format
     * @throws io.github.activeia.core.ActiveIaException if {@code course.yaml} is wrong, or the model or the store fails
     */
    public IngestionReport ingest(Path folder) {
        return ingest(folder, IngestionListener.none());
    }

    /** Does the same as {@link #ingest(Path)}, and tells a listener how far it is. */
    public IngestionReport ingest(Path folder, IngestionListener listener) {
        ingesting.lock();
        try {
            return ingestion.ingest(folder, listener);
        } finally {
            ingesting.unlock();
        }
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        return retriever.retrieve(query);
    }

    /** Returns the version of the store together with the model and the settings of the search; empty if the store has none. */
    @Override
    public Optional<String> version(CourseId course) {
        return store.documents().version(course).map(version -> version + " " + search);
    }

    @Override
    public List<StoredSolution> nearest(CourseId course, String text, int maxResults) {
        return retriever.nearest(course, text, maxResults);
    }

    /** Returns the activity that a {@code consigna} of the course defines; its instructions are the beginning of the text. */
    @Override
    public Optional<Activity> find(CourseId course, ActivityId activity) {
        return activities.find(course, activity);
    }

    @Override
    public void close() {
        if (ownsStore) {
            store.close();
        }
    }

    /** Builds a knowledge base over any store. Not thread-safe. */
    public static final class Builder {
        private @Nullable KnowledgeStore store;
        private @Nullable Embedder embedder;
        private @Nullable RetrievalSettings retrieval;
        private @Nullable IngestionSettings ingestion;
        private @Nullable Clock clock;

        private Builder() {}

        /** Sets the store, opened for the embedder's profile; it stays the caller's to close. Required. */
        public Builder store(KnowledgeStore opened) {
            once("store", store);
            store = opened;
            return this;
        }

        /** Sets the model that makes the vectors. Required. */
        public Builder embedder(Embedder model) {
            once("embedder", embedder);
            embedder = model;
            return this;
        }

        /** Sets how passages are found. */
        public Builder retrieval(RetrievalSettings settings) {
            once("retrieval", retrieval);
            retrieval = settings;
            return this;
        }

        /** Sets how folders are read. */
        public Builder ingestion(IngestionSettings settings) {
            once("ingestion", ingestion);
            ingestion = settings;
            return this;
        }

        /** Sets the clock that measures an ingestion; default the system's. */
        public Builder clock(Clock time) {
            once("clock", clock);
            clock = time;
            return this;
        }

        /**
         * Returns the knowledge base.
         *
         * @throws io.github.activeia.core.ConfigurationException if the store or the embedder is missing
         */
        public KnowledgeBase build() {
            new Faults()
                    .require(store != null, "store", "be set", store, "pass an open KnowledgeStore")
                    .require(embedder != null, "embedder", "be set", embedder, "pass Embedder.inProcess()")
                    .throwIfAny();
            return new KnowledgeBase(this, Objects.requireNonNull(store), Objects.requireNonNull(embedder), false);
        }

        private static void once(String property, @Nullable Object before) {
            if (before != null) {
                throw new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
            }
        }
    }
}
