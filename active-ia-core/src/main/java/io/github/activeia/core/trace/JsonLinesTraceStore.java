package io.github.activeia.core.trace;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends each trace to a file as one line of JSON, in UTF-8 and with the fields in the order in which a person reads them.
 *
 * <pre>{@code
 * try (JsonLinesTraceStore store = JsonLinesTraceStore.open(Path.of("traces/algoritmos.jsonl"))) {
 *     store.append(trace);
 * }
 * List<CognitiveTrace> traces = JsonLinesTraceStore.read(Path.of("traces/algoritmos.jsonl"));
 * }</pre>
 *
 * <p>A line is handed to the operating system as a whole before {@code append} returns, so it outlives a crash of this process. A
 * line that a crash cut short stays as it is; the next trace starts on a line of its own. A trace that cannot be written is
 * logged, without its content, and lost. Thread-safe; several processes may append to one file on a local disk.
 */
public final class JsonLinesTraceStore implements TraceStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesTraceStore.class);

    private final Path file;
    // Not a FileChannel: a channel closes itself for everybody when one asking thread is interrupted.
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean lineOpen;

    private JsonLinesTraceStore(Path file, OutputStream out, boolean lineOpen) {
        this.file = file;
        this.out = out;
        this.lineOpen = lineOpen;
    }

    /**
     * Opens a file to append to it; creates it and its folders where they are missing.
     *
     * @throws ConfigurationException if the file cannot be written
     */
    public static JsonLinesTraceStore open(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(Objects.requireNonNull(absolute.getParent(), "a file has a folder"));
            boolean cutShort = endsWithinALine(absolute.toFile());
            return new JsonLinesTraceStore(absolute, new FileOutputStream(absolute.toFile(), true), cutShort);
        } catch (IOException unusable) {
            throw new ConfigurationException(
                    new Fault("trace file", "be a file that can be written", absolute.toString(), "pick another path"));
        }
    }

    @Override
    public void append(CognitiveTrace trace) {
        byte[] line = (TraceJson.write(trace) + "\n").getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            if (lineOpen) {
                out.write('\n');
            }
            lineOpen = true;
            out.write(line);
            lineOpen = false;
        } catch (IOException lost) {
            LOG.error("trace {} could not be appended to {}: {}", trace.id(), file, lost.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the traces of a file, in order. A line that is no trace, because a crash cut it short, is left out and logged by
     * its number.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<CognitiveTrace> read(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            int[] number = {0};
            return lines.flatMap(line -> {
                        number[0]++;
                        return read(line, number[0], file).stream();
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CognitiveTrace> read(String line, int number, Path file) {
        Optional<CognitiveTrace> trace = TraceJson.read(line);
        if (trace.isEmpty() && !line.isBlank()) {
            LOG.warn("line {} of {} is not a trace, and was left out", number, file);
        }
        return trace;
    }

    /** Closes the file; what is appended later is lost and logged. */
    @Override
    public void close() {
        lock.lock();
        try {
            out.close();
        } catch (IOException e) {
            LOG.error("{} could not be closed: {}", file, e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private static boolean endsWithinALine(File file) throws IOException {
        if (!file.exists() || file.length() == 0) {
            return false;
        }
        try (RandomAccessFile end = new RandomAccessFile(file, "r")) {
            end.seek(file.length() - 1);
            return end.read() != '\n';
        }
    }
}
