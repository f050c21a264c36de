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
    private static final int LARGEST_INDENTATION = 60;

    private final List<Line> lines = new ArrayList<>();
    private final List<Float> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private double sizes;
    private int letters;
    private int codeLetters;
    private float column = -1;
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
     * @param code whether its letters are all as wide as each other; it keeps its indentation then
     */
    record Line(String text, double size, boolean first, boolean code) {
        Line indented(int spaces) {
            return new Line(" ".repeat(spaces) + text, size, first, code);
        }
    }

    static List<Line> of(PDDocument document, int page) throws IOException {
        PdfLines reader = new PdfLines();
        reader.setStartPage(page);
        reader.setEndPage(page);
        reader.writeText(document, Writer.nullWriter());
        reader.endLine();
        return reader.indented();
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        text.append(words);
        for (TextPosition position : positions) {
            sizes += position.getFontSizeInPt();
            letters++;
            if (column < 0 && !position.getUnicode().isBlank()) {
                column = position.getX() / Math.max(1, position.getWidthOfSpace());
            }
            codeLetters += Typeface.isForCode(position.getFont().getName()) ? 1 : 0;
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
            boolean code = letters > 0 && codeLetters == letters;
            lines.add(new Line(line, size, paragraph, code));
            columns.add(column);
            paragraph = false;
        }
        text.setLength(0);
        sizes = 0;
        letters = 0;
        codeLetters = 0;
        column = -1;
    }

    /** Code is indented by its place on the page: the leftmost line of code that follows line upon line has no indentation. */
    private List<Line> indented() {
        List<Line> indented = new ArrayList<>(lines);
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            float left = Float.MAX_VALUE;
            while (to < lines.size() && lines.get(to).code()) {
                left = Math.min(left, columns.get(to++));
            }
            for (int i = from; i < to; i++) {
                int spaces = Math.min(LARGEST_INDENTATION, Math.round(columns.get(i) - left));
                indented.set(i, lines.get(i).indented(spaces));
            }
            from = to + 1;
        }
        return indented;
    }
}
