package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the lines of one page with the size of their letters. Not thread-safe. */
final class PdfLines extends PDFTextStripper {
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private double sizes;
    private int letters;
    private boolean paragraph = true;

    private PdfLines() {
        super();
    }

    /**
     * A line.
     *
     * @param text without its end
     * @param size of its letters in points, rounded to halves
     * @param first whether it begins a paragraph
     */
    record Line(String text, double size, boolean first) {}

    static List<Line> of(PDDocument document, int page) throws IOException {
        PdfLines reader = new PdfLines();
        reader.setStartPage(page);
        reader.setEndPage(page);
        reader.writeText(document, Writer.nullWriter());
        reader.endLine();
        return reader.lines;
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        text.append(words);
        for (TextPosition position : positions) {
            sizes += position.getFontSizeInPt();
            letters++;
        }
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
        paragraph = true;
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    private void endLine() {
        String line = text.toString().strip();
        if (!line.isEmpty()) {
            double size = letters == 0 ? 0 : Math.round(2 * sizes / letters) / 2.0;
            lines.add(new Line(line, size, paragraph));
            paragraph = false;
        }
        text.setLength(0);
        sizes = 0;
        letters = 0;
    }
}
