package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Copies every course of one store to another with the vectors, so that nothing is embedded again, and then counts what arrived.
 * Documents that the target already has, with the same content hash and as many chunks, are skipped: a copy that was interrupted goes
 * on where it stopped. What the target has besides stays, and is reported.
 *
 * <pre>{@code
 * StoreCopyReport report = StoreCopy.from(old).to(fresh).run(StoreCopyListener.none());
 * report.documents();
 * }</pre>
 *
 * <p>Trap: open both stores with the same {@link io.github.activeia.rag.embedding.EmbeddingProfile}; vectors of different models of
 * one dimension cannot be told apart. Nothing else may write to either store meanwhile. Not thread-safe.
 */
public final class StoreCopy {
    private final KnowledgeStore source;
    private final KnowledgeStore target;

    private StoreCopy(KnowledgeStore source, KnowledgeStore target) {
        this.source = source;
        this.target = target;
    }

    /** Begins with the store to copy; it is only read. */
    public static From from(KnowledgeStore source) {
        return new From(Objects.requireNonNull(source, "source"));
    }

    /** A copy that does not know yet where to. */
    public static final class From {
        private final KnowledgeStore source;

        private From(KnowledgeStore source) {
            this.source = source;
        }

        /** Returns the copy to another store. */
        public StoreCopy to(KnowledgeStore target) {
            return new StoreCopy(source, Objects.requireNonNull(target, "target"));
        }
    }

    /**
     * Copies, and counts what arrived by reading the target.
     *
     * @param listener is told how far the copy is, on this thread
     * @throws IncompleteCopyException if the target does not hold what the source does
     * @throws KnowledgeStoreException if one of the two fails; run the copy again to go on
     */
    public StoreCopyReport run(StoreCopyListener listener) {
        List<CourseId> courses = source.contents().courses();
        int total = courses.stream()
                .mapToInt(course -> source.documents().list(course).size())
                .sum();
        Progress progress = new Progress(listener, total);
        StoreCopyReport report = new StoreCopyReport(
                courses.stream().map(course -> copy(course, progress)).toList());
        progress.ended();
        return report;
    }

    private StoreCopyReport.Course copy(CourseId course, Progress progress) {
        Map<String, StoredDocument> wanted = source.documents().list(course);
        Map<String, StoredDocument> there = target.documents().list(course);
        int copied = 0;
        for (StoredDocument document : wanted.values()) {
            progress.begins(document);
            if (!same(document, there.get(document.document().source()))) {
                copy(document);
                copied++;
            }
            progress.done(document);
        }
        long chunks = verify(course, wanted);
        TreeSet<String> extra = new TreeSet<>(there.keySet());
        extra.removeAll(wanted.keySet());
        return new StoreCopyReport.Course(
                course, wanted.size(), chunks, copied, wanted.size() - copied, List.copyOf(extra));
    }

    private void copy(StoredDocument document) {
        try (DocumentWriter writer = target.documents().replace(document)) {
            source.contents().read(document.course(), document.document().source(), writer::add);
            writer.commit();
        }
    }

    /** Returns how many chunks the target has of the documents of the source. */
    private long verify(CourseId course, Map<String, StoredDocument> wanted) {
        Map<String, StoredDocument> there = target.documents().list(course);
        List<String> wrong = new ArrayList<>();
        long chunks = 0;
        for (StoredDocument document : wanted.values()) {
            String file = document.document().source();
            int counted = count(course, file);
            if (!same(document, there.get(file)) || counted != document.chunks()) {
                wrong.add(file);
            }
            chunks += counted;
        }
        if (!wrong.isEmpty()) {
            throw IncompleteCopyException.of(course, wanted.values(), wrong, chunks);
        }
        return chunks;
    }

    private int count(CourseId course, String file) {
        AtomicInteger chunks = new AtomicInteger();
        target.contents().read(course, file, batch -> chunks.addAndGet(batch.size()));
        return chunks.get();
    }

    private static boolean same(StoredDocument wanted, @Nullable StoredDocument there) {
        return there != null && wanted.contentHash().equals(there.contentHash()) && wanted.chunks() == there.chunks();
    }

    /** Counts, and tells the listener. */
    private static final class Progress {
        private final StoreCopyListener listener;
        private final int total;
        private int documents;
        private long chunks;

        Progress(StoreCopyListener listener, int total) {
            this.listener = listener;
            this.total = total;
        }

        void begins(StoredDocument document) {
            listener.progressed(new StoreCopyProgress(document.document().source(), documents, total, chunks));
        }

        void done(StoredDocument document) {
            documents++;
            chunks += document.chunks();
        }

        void ended() {
            listener.progressed(new StoreCopyProgress("", documents, total, chunks));
        }
    }
}
