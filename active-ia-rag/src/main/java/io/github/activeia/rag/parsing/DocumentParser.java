package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one file format. Thread-safe. */
@FunctionalInterface
interface DocumentParser {
    /**
     * Reads a file from beginning to end.
     *
     * @throws UnreadableDocumentException if the file cannot be understood
     */
    void parse(Path file, DocumentSink sink) throws IOException;
}
