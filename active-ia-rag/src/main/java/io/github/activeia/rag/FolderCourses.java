package io.github.activeia.rag;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.EmbeddedCourse;
import io.github.activeia.core.knowledge.EmbeddedCourseProvider;
import io.github.activeia.rag.chunking.ContentHash;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.ingestion.IngestionReport;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a folder of course files with the model that runs in this process. The index is kept outside of the folder, which may be
 * read-only: in {@code ~/.cache/active-ia}, or where the system property {@value #CACHE_PROPERTY} says, in a directory for each
 * folder and model. Deleting it costs no more than the time to read the folder again.
 */
public final class FolderCourses implements EmbeddedCourseProvider {
    /** The system property that names another directory for the indexes. */
    public static final String CACHE_PROPERTY = "active-ia.cache";

    private static final Logger LOG = LoggerFactory.getLogger(FolderCourses.class);

    /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
    public FolderCourses() {}

    @Override
    public EmbeddedCourse open(Path folder) {
        return open(folder, Embedder.inProcess());
    }

    /** Does the same as {@link #open(Path)} with another model. */
    public EmbeddedCourse open(Path folder, Embedder embedder) {
        KnowledgeBase base = KnowledgeBase.lucene(indexOf(folder, embedder), embedder);
        try {
            IngestionReport report = base.ingest(folder);
            LOG.info("{}", report);
            requireMaterial(folder, report);
            return new EmbeddedCourse(report.course(), base, base, base, base);
        } catch (ActiveIaException e) {
            base.close();
            throw e;
        }
    }

    private static void requireMaterial(Path folder, IngestionReport report) {
        if (report.seen() == report.failed().size()) {
            throw new InvalidValueException(
                    "folder",
                    "hold at least one file that can be read",
                    folder,
                    "correct these files: " + report.failed());
        }
    }

    private static Path indexOf(Path folder, Embedder embedder) {
        String configured = System.getProperty(CACHE_PROPERTY);
        Path cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "active-ia")
                : Path.of(configured);
        return cache.resolve(
                ContentHash.of(real(folder).toString(), embedder.profile().toString()));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InvalidValueException("folder", "exist", folder, "check the path");
        }
    }
}
