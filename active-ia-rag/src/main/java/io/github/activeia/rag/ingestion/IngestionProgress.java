package io.github.activeia.rag.ingestion;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an ingestion is.
 *
 * @param file the file that is being read, relative to the folder; empty at the end
 * @param filesDone how many files are finished
 * @param filesTotal how many files there are to read
 * @param bytesDone how many bytes the finished files have
 * @param bytesTotal how many bytes all of them have
 * @param chunks how many chunks were made, this file's included
 * @param embedded how many of them were embedded
 * @param elapsed since the beginning
 */
public record IngestionProgress(
        String file,
        int filesDone,
        int filesTotal,
        long bytesDone,
        long bytesTotal,
        int chunks,
        int embedded,
        Duration elapsed) {

    /** Returns the time that is left, if as many bytes a second are read as so far; empty while nothing is known. */
    public Optional<Duration> remaining() {
        if (bytesDone == 0 || elapsed.isZero()) {
            return Optional.empty();
        }
        double each = (double) elapsed.toMillis() / bytesDone;
        return Optional.of(Duration.ofMillis(Math.round(each * (bytesTotal - bytesDone))));
    }
}
