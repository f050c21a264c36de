package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Slides: the title is a heading, the notes of the speaker follow what the slide shows. */
final class PptxParser implements DocumentParser {
    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        OfficeFile.read(file, opened -> read(opened, sink));
    }

    private static void read(OPCPackage opened, DocumentSink sink) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(opened)) {
            sink.metadata(Map.of());
            for (XSLFSlide slide : show.getSlides()) {
                sink.block(new Block.Page(slide.getSlideNumber()));
                String title = slide.getTitle();
                sink.block(
                        new Block.Heading(1, title == null ? "" : title.strip().replaceAll("\\s+", " ")));
                slide.getShapes().forEach(shape -> read(shape, sink));
                notes(slide.getNotes(), sink);
            }
        }
    }

    private static void read(XSLFShape shape, DocumentSink sink) {
        if (shape instanceof XSLFGroupShape group) {
            group.getShapes().forEach(inner -> read(inner, sink));
        } else if (shape instanceof XSLFTable table) {
            MarkdownTable.write(table.getRows().stream().map(PptxParser::cells).toList(), sink);
        } else if (shape instanceof XSLFTextShape text && !furniture(text.getTextType(), true)) {
            text(text, sink);
        }
    }

    private static void notes(XSLFNotes notes, DocumentSink sink) {
        if (notes != null) {
            for (XSLFTextShape text : notes.getPlaceholders()) {
                if (!furniture(text.getTextType(), false)) {
                    text(text, sink);
                }
            }
        }
    }

    private static boolean furniture(Placeholder type, boolean title) {
        return (title && (type == Placeholder.TITLE || type == Placeholder.CENTERED_TITLE))
                || type == Placeholder.SLIDE_NUMBER
                || type == Placeholder.FOOTER
                || type == Placeholder.HEADER
                || type == Placeholder.DATETIME
                || type == Placeholder.SLIDE_IMAGE;
    }

    private static void text(XSLFTextShape shape, DocumentSink sink) {
        StringBuilder text = new StringBuilder();
        boolean items = false;
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            String line = paragraph.getText().strip().replace('\u000B', ' ').replace("\u00AD", "");
            if (!line.isEmpty()) {
                boolean item = paragraph.isBullet();
                items |= item;
                String mark = item ? "  ".repeat(Math.max(0, paragraph.getIndentLevel())) + "- " : "";
                text.append(text.isEmpty() ? "" : "\n").append(mark).append(line);
            }
        }
        if (!text.isEmpty()) {
            sink.block(new Block.Text(items ? Kind.LIST : Kind.PARAGRAPH, text.toString()));
        }
    }

    private static List<String> cells(XSLFTableRow row) {
        return row.getCells().stream().map(cell -> cell.getText()).toList();
    }
}
