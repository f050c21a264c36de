package io.github.activeia.rag.ingestion;

import io.github.activeia.core.CourseId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an ingestion did. All files are relative to the folder, with slashes, sorted.
 *
 * @param course the course
 * @param unchanged files that the store already had
 * @param added files that are new
 * @param updated files that changed
 * @param deleted files that were in the store and are gone
 * @param failed files that could not be read, with the reason and what to do
 * @param skipped files that are no course material: unknown formats, hidden files, links
 * @param notices what was understood from a name alone, or was written and is not read, and is worth a look
 * @param chunks how many chunks the added and updated files have
 * @param embedded how many of them were embedded
 * @param reused how many of them kept a vector that the store already had
 * @param duration how long it took
 */
public record IngestionReport(
        CourseId course,
        List<String> unchanged,
        List<String> added,
        List<String> updated,
        List<String> deleted,
        List<Remark> failed,
        List<Remark> skipped,
        List<Remark> notices,
        int chunks,
        int embedded,
        int reused,
        Duration duration) {

    private static final int FEW = 3;

    /** Copies the lists. */
    public IngestionReport {
        unchanged = List.copyOf(unchanged);
        added = List.copyOf(added);
        updated = List.copyOf(updated);
        deleted = List.copyOf(deleted);
        failed = List.copyOf(failed);
        skipped = List.copyOf(skipped);
        notices = List.copyOf(notices);
    }

    /**
     * A word about a file.
     *
     * @param file relative to the folder
     * @param message the reason and what to do
     */
    public record Remark(String file, String message) {
        @Override
        public String toString() {
            return file + ": " + message;
        }
    }

    /** Returns how many files of a known format were seen. */
    public int seen() {
        return unchanged.size() + added.size() + updated.size() + failed.size();
    }

    /** Returns whether every file of a known format was read. */
    public boolean complete() {
        return failed.isEmpty();
    }

    /** Returns a summary of a few lines, and then each failure and notice on a line of its own. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d files (%d added, %d updated, %d unchanged, %d failed), %d deleted, %d skipped%n%s, in %.1f s",
                course,
                seen(),
                added.size(),
                updated.size(),
                unchanged.size(),
                failed.size(),
                deleted.size(),
                skipped.size(),
                work(),
                duration.toMillis() / 1000.0));
        failed.forEach(remark -> text.append("\nfailed  ").append(remark));
        notices.forEach(remark -> text.append("\nnotice  ").append(remark));
        skippedByReason().forEach((reason, files) -> text.append("\nskipped ").append(few(files, reason)));
        return text.toString();
    }

    private String work() {
        if (added.isEmpty() && updated.isEmpty()) {
            boolean same = !unchanged.isEmpty() && deleted.isEmpty();
            return same ? "the index was there already: nothing to embed" : "nothing to embed";
        }
        return String.format(Locale.ROOT, "%d chunks, %d embedded, %d reused", chunks, embedded, reused);
    }

    private Map<String, List<String>> skippedByReason() {
        return skipped.stream()
                .collect(Collectors.groupingBy(
                        Remark::message, TreeMap::new, Collectors.mapping(Remark::file, Collectors.toList())));
    }

    private static String few(List<String> files, String reason) {
        String names = files.stream().limit(FEW).collect(Collectors.joining(", "));
        return names + (files.size() > FEW ? " and " + (files.size() - FEW) + " more" : "") + ": " + reason;
    }
}
