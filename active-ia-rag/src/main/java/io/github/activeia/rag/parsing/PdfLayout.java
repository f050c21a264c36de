package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the whole of a PDF says about its pages: the size of its letters, its headings, and what every page repeats. */
final class PdfLayout {
    private static final int LONGEST_HEADING = 120;
    private static final int REPEATED = 3;
    private static final double LARGER = 1.12;

    private final double body;
    private final List<Double> headings;
    private final Set<String> repeated;

    private PdfLayout(double body, List<Double> headings, Set<String> repeated) {
        this.body = body;
        this.headings = headings;
        this.repeated = repeated;
    }

    /** Looks at every page once; only counts are kept. */
    static PdfLayout of(PDDocument document) throws IOException {
        Map<Double, Integer> letters = new TreeMap<>();
        Map<String, Integer> edges = new HashMap<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            List<PdfLines.Line> lines = PdfLines.of(document, page);
            lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
            if (!lines.isEmpty()) {
                Set<String> ends = new HashSet<>();
                ends.add(edge(lines.get(0)));
                ends.add(edge(lines.get(lines.size() - 1)));
                ends.forEach(end -> edges.merge(end, 1, Integer::sum));
            }
        }
        double body = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
        List<Double> headings = letters.keySet().stream()
                .filter(size -> size >= body * LARGER)
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        edges.values().removeIf(count -> count < REPEATED);
        return new PdfLayout(body, headings, Set.copyOf(edges.keySet()));
    }

    boolean empty() {
        return body == 0;
    }

    /** Returns the level of a heading, or 0. */
    int headingLevel(PdfLines.Line line) {
        boolean possible = line.text().length() <= LONGEST_HEADING
                && line.text().codePoints().anyMatch(Character::isLetter)
                && !line.text().endsWith(".");
        int rank = headings.indexOf(line.size());
        return possible && rank >= 0 ? Math.min(rank + 1, 6) : 0;
    }

    /** Returns whether a line at the edge of a page is a running title or a page number. */
    boolean running(PdfLines.Line line) {
        return repeated.contains(edge(line)) || edge(line).equals("#");
    }

    private static String edge(PdfLines.Line line) {
        return line.text().replaceAll("\\d+", "#");
    }
}
