package io.github.activeia.rag.ingestion;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.store.KnowledgeStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/**
 * Brings a store up to date with a folder of course files. Thread-safe, but one ingestion of a course at a time.
 *
 * <p>Only files that changed are read again, and only chunks that changed are embedded again; files that are gone disappear. A file
 * that cannot be read is reported, and its earlier version, if there is one, stays in use. Files are read in the order of their
 * paths, and each is visible as soon as it is written, so an ingestion that ended early goes on where it stopped.
 */
public final class FolderIngestion {
    private final KnowledgeStore store;
    private final Embedder embedder;
    private final IngestionSettings settings;
    private final Clock clock;

    /** Creates an ingestion into a store that was opened for the embedder's profile. */
    public FolderIngestion(KnowledgeStore store, Embedder embedder, IngestionSettings settings, Clock clock) {
        this.store = store;
        this.embedder = embedder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads a folder.
     *
     * @throws io.github.activeia.core.InvalidValueException if the folder is missing, is a file, or has no file of a known format
     * @throws io.github.activeia.rag.parsing.UnreadableDocumentException if {@code course.yaml} is wrong; nothing is changed then
     * @throws io.github.activeia.core.ActiveIaException if the embedding model or the store fails; finished files stay
     */
    public IngestionReport ingest(Path folder, IngestionListener listener) {
        FolderScan scan = FolderScan.of(folder);
        CourseFile course = CourseFile.in(folder);
        CourseId id = settings.course().orElseGet(() -> course.course() != null ? course.course() : named(folder));
        IngestionRun.Setup setup = new IngestionRun.Setup(store, embedder, settings, clock);
        return new IngestionRun(setup, id, course, scan).run(listener);
    }

    /** Returns the course that a folder holds: {@code course} in its {@code course.yaml}, else a name made of the folder's. */
    public static CourseId courseOf(Path folder) {
        CourseId course = CourseFile.in(folder).course();
        return course != null ? course : named(folder);
    }

    private static CourseId named(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        String slug = FileMetadata.fold(name == null ? "" : name.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return new CourseId(slug.isEmpty() ? "course" : slug);
    }
}
