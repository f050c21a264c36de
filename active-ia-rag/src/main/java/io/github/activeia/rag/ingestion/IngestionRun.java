package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.chunking.ChunkingSettings;
import io.github.activeia.rag.chunking.DocumentChunker;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.parsing.DocumentFormats;
import io.github.activeia.rag.parsing.UnreadableDocumentException;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ingestion, from the scan to the report. Not thread-safe. */
final class IngestionRun {
    private static final Logger LOG = LoggerFactory.getLogger(IngestionRun.class);

    private final Setup setup;
    private final CourseId course;
    private final CourseFile courseFile;
    private final FolderScan scan;
    private final ChunkingSettings chunking;
    private final ChunkEmbedding embedding;
    private final Instant begin;
    private final Map<String, StoredDocument> stored;
    private final SortedMap<String, StoredDocument> current;
    private final Outcome outcome = new Outcome();
    private int files;
    private long bytes;
    private int filesDone;
    private long bytesDone;

    record Setup(KnowledgeStore store, Embedder embedder, IngestionSettings settings, Clock clock) {}

    private record Changed(String source, Path file, long size, String hash) {}

    private static final class Outcome {
        private final List<String> unchanged = new ArrayList<>();
        private final List<String> added = new ArrayList<>();
        private final List<String> updated = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();
        private final List<Remark> failed = new ArrayList<>();
        private final List<Remark> notices = new ArrayList<>();
        private int chunks;
        private int embedded;
    }

    IngestionRun(Setup setup, CourseId course, CourseFile courseFile, FolderScan scan) {
        this.setup = setup;
        this.course = course;
        this.courseFile = courseFile;
        this.scan = scan;
        this.chunking = setup.settings().chunking().within(setup.embedder().profile());
        this.embedding = new ChunkEmbedding(setup.embedder());
        this.begin = setup.clock().instant();
        this.stored = setup.store().documents().list(course);
        this.current = new TreeMap<>(stored);
    }

    IngestionReport run(IngestionListener listener) {
        outcome.failed.addAll(scan.unreadable());
        deleteMissing();
        List<Changed> changed = changed();
        files = changed.size();
        bytes = changed.stream().mapToLong(Changed::size).sum();
        for (Changed file : changed) {
            listener.progressed(progress(file.source()));
            read(file, listener);
            filesDone++;
            bytesDone += file.size();
        }
        listener.progressed(progress(""));
        outcome.notices.addAll(ActivityNotices.of(current));
        outcome.notices.addAll(courseFile.notices());
        noticeStrangers();
        return report();
    }

    private void deleteMissing() {
        for (String source : stored.keySet()) {
            if (!scan.files().containsKey(source) && !scan.hides(source)) {
                delete(source);
                outcome.deleted.add(source);
            }
        }
    }

    private void delete(String source) {
        setup.store().documents().delete(course, source);
        current.remove(source);
    }

    private List<Changed> changed() {
        List<Changed> changed = new ArrayList<>();
        scan.files().forEach((source, file) -> {
            try {
                long size = Files.size(file);
                String hash = size > setup.settings().maxFileBytes() ? "" : FileHash.of(file, circumstances(source));
                StoredDocument before = stored.get(source);
                if (before != null && before.contentHash().equals(hash)) {
                    outcome.unchanged.add(source);
                } else {
                    changed.add(new Changed(source, file, size, hash));
                }
            } catch (IOException e) {
                String reason = "cannot be read (" + e.getClass().getSimpleName() + ") — check its permissions";
                fail(source, reason, false);
            }
        });
        return changed;
    }

    private String circumstances(String source) {
        return course
                + new MetadataRules(source, courseFile).fingerprint()
                + chunking
                + DocumentChunker.VERSION
                + setup.embedder().profile();
    }

    private void read(Changed file, IngestionListener listener) {
        MetadataRules rules = new MetadataRules(file.source(), courseFile);
        DocumentReader reader = new DocumentReader(course, chunking, rules);
        Passage.Document document = parse(file, reader);
        if (document != null) {
            write(file, document, reader, listener);
            noticeSolution(document, rules, reader.declaresType());
            reader.ignored().forEach(word -> outcome.notices.add(new Remark(file.source(), word)));
        }
    }

    /** Whatever goes wrong in a parser is about this file alone. */
    private Passage.@Nullable Document parse(Changed file, DocumentReader reader) {
        try {
            requireSize(file);
            DocumentFormats.parse(file.file(), reader);
            return reader.end();
        } catch (UnreadableDocumentException | InvalidValueException e) {
            fail(file.source(), e.getMessage(), reader.saysSolution());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.debug("a parser failed on {}", file.source(), e);
            String reason = "it cannot be understood (" + e.getClass().getSimpleName()
                    + ") — check that it opens in its own program, and save it again";
            fail(file.source(), reason, reader.saysSolution());
        }
        return null;
    }

    private void requireSize(Changed file) {
        long most = setup.settings().maxFileBytes();
        if (file.size() > most) {
            throw new UnreadableDocumentException(
                    "it has " + file.size() + " bytes, more than maxFileBytes (" + most + ")",
                    "divide it, or raise maxFileBytes in IngestionSettings",
                    null);
        }
    }

    private void write(Changed file, Passage.Document document, DocumentReader reader, IngestionListener listener) {
        List<Chunk> chunks = reader.chunks();
        StoredDocument entry = new StoredDocument(course, document, file.hash(), chunks.size(), reader.hints());
        int size = setup.settings().batchSize();
        try (DocumentWriter writer = setup.store().documents().replace(entry)) {
            for (int from = 0; from < chunks.size(); from += size) {
                List<Chunk> batch = chunks.subList(from, Math.min(from + size, chunks.size()));
                outcome.embedded += embedding.add(batch, writer);
                outcome.chunks += batch.size();
                listener.progressed(progress(file.source()));
            }
            writer.commit();
        }
        current.put(file.source(), entry);
        (stored.containsKey(file.source()) ? outcome.updated : outcome.added).add(file.source());
    }

    /** The earlier version stays, unless the new one is a solution: then it must not be shown any more. */
    private void fail(String source, @Nullable String reason, boolean solution) {
        StoredDocument before = stored.get(source);
        String consequence = "";
        if (before != null && solution && before.document().contentType() != ContentType.SOLUTION) {
            delete(source);
            consequence = "; its earlier version was removed, because it is a solution now";
        } else if (before != null) {
            consequence = "; its earlier version stays in use";
        }
        outcome.failed.add(new Remark(source, reason + consequence));
    }

    private void noticeSolution(Passage.Document document, MetadataRules rules, boolean declared) {
        boolean solution = document.contentType() == ContentType.SOLUTION;
        if (solution && !declared && !rules.solutionByMap()) {
            outcome.notices.add(new Remark(
                    document.source(),
                    "taken for a solution because of its name, so it is never shown — if it is not one, write its"
                            + " content_type into its front matter"));
        } else if (document.contentType() != ContentType.SOLUTION
                && (rules.solutionByName() || rules.solutionByMap())) {
            outcome.notices.add(new Remark(
                    document.source(),
                    "named like a solution, but its front matter says "
                            + document.contentType().value() + ", so students can see it — check it"));
        }
    }

    private void noticeStrangers() {
        for (String path : courseFile.documents().keySet()) {
            if (!scan.files().containsKey(path)) {
                outcome.notices.add(
                        new Remark(path, "named in " + CourseFile.NAME + ", but not there — correct the path"));
            }
        }
        for (CourseFile.Unit unit : courseFile.units()) {
            String folder = unit.folder();
            if (folder != null && scan.files().keySet().stream().noneMatch(file -> file.startsWith(folder + "/"))) {
                outcome.notices.add(new Remark(
                        folder,
                        "the folder of unit " + unit.id() + " in " + CourseFile.NAME
                                + " has no file of the course — correct the folder"));
            }
        }
    }

    private IngestionProgress progress(String file) {
        return new IngestionProgress(
                file, filesDone, files, bytesDone, bytes, outcome.chunks, outcome.embedded, elapsed());
    }

    private Duration elapsed() {
        return Duration.between(begin, setup.clock().instant());
    }

    private IngestionReport report() {
        return new IngestionReport(
                course,
                outcome.unchanged,
                outcome.added,
                outcome.updated,
                outcome.deleted,
                outcome.failed,
                scan.skipped(),
                outcome.notices,
                outcome.chunks,
                outcome.embedded,
                outcome.chunks - outcome.embedded,
                elapsed());
    }
}
