package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.ingestion.IngestionReport;
import io.github.activeia.rag.ingestion.IngestionSettings;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course material that the starter has opened, and closes with the context. Without an index it knows nothing. It hands out
 * method references, because the base is all three ports at once: as a bean it would be a candidate too many for each of them.
 */
@SuppressWarnings("UnnecessaryMethodReference")
final class CourseMaterial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveIaAutoConfiguration.class);

    private final @Nullable Index index;
    private final @Nullable CourseId course;

    private record Index(KnowledgeStore store, KnowledgeBase base) {}

    /** The source alone: a bean that is also a SolutionIndex would be a second one. */
    private record Material(KnowledgeBase base) implements VersionedKnowledge {
        @Override
        public KnowledgeResult retrieve(KnowledgeQuery query) {
            return base.retrieve(query);
        }

        @Override
        public Optional<String> version(CourseId course) {
            return base.version(course);
        }
    }

    private CourseMaterial(@Nullable Index index, @Nullable CourseId course) {
        this.index = index;
        this.course = course;
    }

    /** Opens the index, and ingests the folder if there is one; without either nothing is opened and no embedder is made. */
    static CourseMaterial open(
            ActiveIaProperties properties, Supplier<Embedder> embedder, Supplier<@Nullable DataSource> connections) {
        ActiveIaProperties.Course course = properties.course();
        Path folder = course.folder();
        if (folder == null
                && properties.indexDirectory() == null
                && !properties.knowledge().isPgvector()) {
            LOG.warn(
                    "active-ia.course.folder is not set and there is no KnowledgeSource bean: the tutor knows no course"
                            + " material, and explains in general only");
            return new CourseMaterial(null, course.courseId());
        }
        Index index = index(properties, embedder.get(), connections);
        if (folder == null) {
            return new CourseMaterial(index, course.courseId());
        }
        try {
            return new CourseMaterial(index, ingest(index.base(), folder));
        } catch (RuntimeException failure) {
            index.store().close();
            throw failure;
        }
    }

    private static Index index(
            ActiveIaProperties properties, Embedder embedder, Supplier<@Nullable DataSource> connections) {
        KnowledgeStore store = properties.knowledge().isPgvector()
                ? PgVectorKnowledgeStore.open(required(connections.get()), embedder.profile())
                : LuceneKnowledgeStore.open(properties.index(), embedder.profile());
        IngestionSettings.Builder ingestion = IngestionSettings.builder();
        CourseId course = properties.course().courseId();
        if (course != null) {
            ingestion.course(course);
        }
        KnowledgeBase base = KnowledgeBase.builder()
                .store(store)
                .embedder(embedder)
                .ingestion(ingestion.build())
                .build();
        return new Index(store, base);
    }

    private static DataSource required(@Nullable DataSource connections) {
        if (connections == null) {
            throw new ConfigurationException(new Fault(
                    "active-ia.knowledge.store",
                    "have exactly one DataSource bean when it is pgvector",
                    "none, or several",
                    "set spring.datasource.url, and mark one with @Primary if there are several"));
        }
        return connections;
    }

    private static CourseId ingest(KnowledgeBase base, Path folder) {
        IngestionReport report = base.ingest(folder);
        LOG.info("{}", report);
        if (report.seen() == report.failed().size()) {
            throw new ConfigurationException(new Fault(
                    "active-ia.course.folder",
                    "hold at least one file that can be read",
                    folder.toString(),
                    "correct these files: " + report.failed()));
        }
        return report.course();
    }

    // Method references, because the base is all three at once: as a bean it would be one candidate too many for each
    // type.

    KnowledgeSource knowledge() {
        return index == null ? KnowledgeSource.none() : new Material(index.base());
    }

    SolutionIndex solutions() {
        return index == null ? SolutionIndex.none() : index.base()::nearest;
    }

    ActivityCatalog activities() {
        return index == null ? ActivityCatalog.none() : index.base()::find;
    }

    @Nullable
    CourseId course() {
        return course;
    }

    /**
     * Returns what health shows, read from the index itself.
     *
     * @throws RuntimeException if the index cannot be read
     */
    Object state() {
        if (index == null) {
            return "none";
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("store", index.store() instanceof PgVectorKnowledgeStore ? "pgvector" : "lucene");
        if (course != null) {
            state.put("course", course.value());
            state.put("documents", index.store().documents().list(course).size());
        }
        return state;
    }

    @Override
    public void close() {
        if (index != null) {
            index.base().close();
            index.store().close();
        }
    }
}
