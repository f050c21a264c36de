package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of cells as a Markdown table. */
final class MarkdownTable {
    private MarkdownTable() {}

    static void write(List<List<String>> rows, DocumentSink sink) {
        List<List<String>> filled = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (filled.isEmpty()) {
            return;
        }
        int width = filled.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder table = new StringBuilder(row(filled.get(0), width));
        table.append('\n').append("|").append(" --- |".repeat(width));
        filled.stream().skip(1).forEach(row -> table.append('\n').append(row(row, width)));
        sink.block(new Block.Text(Kind.TABLE, table.toString()));
    }

    private static String row(List<String> cells, int width) {
        String written = cells.stream()
                .map(cell -> cell.strip().replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
        return written + "  |".repeat(width - cells.size());
    }
}
