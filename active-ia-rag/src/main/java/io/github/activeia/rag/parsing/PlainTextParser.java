package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Plain text: paragraphs between blank lines. */
final class PlainTextParser implements DocumentParser {
    private static final int LONGEST_PARAGRAPH = 65_536;

    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        sink.metadata(Map.of());
        StringBuilder paragraph = new StringBuilder();
        try (TextFile text = TextFile.open(file)) {
            for (String line = text.line(); line != null; line = text.line()) {
                if (line.isBlank() || paragraph.length() > LONGEST_PARAGRAPH) {
                    flush(paragraph, sink);
                }
                if (!line.isBlank()) {
                    paragraph.append(line.stripTrailing()).append('\n');
                }
            }
        }
        flush(paragraph, sink);
    }

    private static void flush(StringBuilder paragraph, DocumentSink sink) {
        if (!paragraph.isEmpty()) {
            sink.block(Block.paragraph(paragraph.toString().stripTrailing()));
            paragraph.setLength(0);
        }
    }
}
