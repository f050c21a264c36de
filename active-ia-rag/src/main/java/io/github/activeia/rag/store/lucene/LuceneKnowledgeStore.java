package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoreContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * A {@link KnowledgeStore} on disk: BM25 with k1 1.2 and b 0.75, and cosine over vectors, compared one by one up to
 * {@value VectorLeg#EXACT_LIMIT} chunks and through an HNSW graph above. A document is on disk when its commit returns.
 * Thread-safe; searches run while documents are written. One process can have a directory open at a time.
 */
public final class LuceneKnowledgeStore implements KnowledgeStore {
    private final Path directory;
    private final Directory root;
    private final Lock lock;
    private final CourseIndexFormat format;
    private final Map<CourseId, CourseIndex> open = new HashMap<>();
    private boolean closed;

    private LuceneKnowledgeStore(Path directory, Directory root, Lock lock, EmbeddingProfile profile) {
        this.directory = directory;
        this.root = root;
        this.lock = lock;
        this.format = new CourseIndexFormat(profile.dimension());
    }

    /**
     * Opens a directory, or makes it a store if it is empty or missing.
     *
     * @param directory of the store alone
     * @param profile of the model that makes the vectors
     * @throws ConfigurationException if another process has it open, if it was written with another model or format, or if it holds
     *     other files
     * @throws KnowledgeStoreException if the disk cannot be read or written
     */
    public static LuceneKnowledgeStore open(Path directory, EmbeddingProfile profile) {
        try {
            Files.createDirectories(directory);
            Directory root = FSDirectory.open(directory);
            Lock lock = lock(root, directory);
            try {
                StoreManifest.checkOrWrite(directory, profile);
                return new LuceneKnowledgeStore(directory, root, lock, profile);
            } catch (IOException | RuntimeException e) {
                lock.close();
                root.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public DocumentCatalog documents() {
        return new LuceneDocumentCatalog(this);
    }

    @Override
    public ChunkSearch chunks() {
        return new LuceneChunkSearch(this);
    }

    @Override
    public StoreContents contents() {
        return new LuceneContents(this);
    }

    /** Closes every index and lets other processes open the directory. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (root;
                lock) {
            for (CourseIndex index : open.values()) {
                index.close();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Returns the index of a course, or empty if nothing was ever written to it. */
    synchronized Optional<CourseIndex> existing(CourseId course) {
        CourseIndex index = open.get(course);
        if (index != null && !closed) {
            return Optional.of(index);
        }
        return Files.isDirectory(folder(course)) ? Optional.of(index(course)) : Optional.empty();
    }

    /** Returns the index of a course, made if there is none. */
    synchronized CourseIndex index(CourseId course) {
        if (closed) {
            throw new KnowledgeStoreException("the store is closed — keep it open while it is in use", false, null);
        }
        try {
            CourseIndex index = open.get(course);
            if (index == null) {
                index = CourseIndex.open(folder(course), format);
                open.put(course, index);
            }
            return index;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    CourseIndexFormat format() {
        return format;
    }

    /** Returns the folders of all courses; their names do not say which courses they are. */
    List<Path> folders() {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Reads from the index in a folder, whether it is open or not. */
    <T> T read(Path folder, CourseIndex.Search<T> search) {
        try (CourseIndex index = CourseIndex.open(folder, format)) {
            return index.search(search);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static KnowledgeStoreException failure(IOException cause) {
        return new KnowledgeStoreException(
                "the store on disk failed (" + cause.getClass().getSimpleName()
                        + ") — check the disk and its permissions",
                true,
                cause);
    }

    private Path folder(CourseId course) {
        return directory.resolve(CourseIndexFormat.folderName(course));
    }

    private static Lock lock(Directory root, Path directory) throws IOException {
        try {
            return root.obtainLock("store.lock");
        } catch (LockObtainFailedException e) {
            root.close();
            throw new ConfigurationException(new Fault(
                    "directory",
                    "be open in one process at a time",
                    directory.getFileName() + ", open elsewhere",
                    "close the other store, or use a directory of its own"));
        }
    }
}
