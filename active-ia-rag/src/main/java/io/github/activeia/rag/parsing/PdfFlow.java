package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.PdfLines.Line;
import java.util.List;

/** Joins the lines of a page into headings and paragraphs. Not thread-safe. */
final class PdfFlow {
    private final PdfLayout layout;
    private final ListGatherer blocks;
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder heading = new StringBuilder();
    private int headingLevel;

    PdfFlow(PdfLayout layout, DocumentSink sink) {
        this.layout = layout;
        this.blocks = new ListGatherer(sink);
    }

    void write(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean edge = i == 0 || i == lines.size() - 1;
            if (!(edge && layout.running(lines.get(i)))) {
                write(lines.get(i));
            }
        }
        endHeading();
        endParagraph();
        blocks.end();
    }

    private void write(Line line) {
        if (line.code()) {
            endHeading();
            endParagraph();
            blocks.code(line.text());
            return;
        }
        int level = layout.headingLevel(line);
        if (level > 0) {
            endParagraph();
            if (level != headingLevel) {
                endHeading();
            }
            headingLevel = level;
            join(heading, line.text());
        } else {
            endHeading();
            if (line.first()) {
                endParagraph();
            }
            append(line.text());
        }
    }

    private void append(String text) {
        if (ListGatherer.isItem(text)) {
            endParagraph();
        }
        join(paragraph, text);
    }

    /** A word that the end of a line divides becomes one again; "teórico-práctico" divided at its hyphen loses it. */
    private static void join(StringBuilder text, String line) {
        int last = text.length() - 1;
        boolean divided = last > 0
                && (text.charAt(last) == '-' || text.charAt(last) == '\u00AD')
                && Character.isLetter(text.charAt(last - 1))
                && Character.isLowerCase(line.charAt(0));
        if (divided) {
            text.setLength(last);
        } else if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(line.replace("\u00AD", ""));
    }

    private void endHeading() {
        if (!heading.isEmpty()) {
            blocks.block(new Block.Heading(headingLevel, heading.toString()));
            heading.setLength(0);
        }
        headingLevel = 0;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.paragraph(paragraph.toString());
            paragraph.setLength(0);
        }
    }
}
