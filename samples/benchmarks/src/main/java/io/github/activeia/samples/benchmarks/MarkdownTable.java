package io.github.activeia.samples.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a table in Markdown. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** Returns the table without a line break at its end; a bar within a cell is escaped. */
    public static String of(List<String> header, List<List<String>> rows) {
        String rule = "|" + "---|".repeat(header.size());
        return Stream.concat(Stream.of(row(header), rule), rows.stream().map(MarkdownTable::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
