package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents: headings by style, lists, tables, formulas as text. */
final class DocxParser implements DocumentParser {
    private static final Pattern HEADING = Pattern.compile("(?:heading|t[ií]tulo|titre|überschrift)\\s*([1-6])");

    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        OfficeFile.read(file, opened -> read(opened, sink));
    }

    private static void read(OPCPackage opened, DocumentSink sink) throws IOException {
        try (XWPFDocument document = new XWPFDocument(opened)) {
            sink.metadata(Map.of());
            StringBuilder list = new StringBuilder();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    read(paragraph, list, sink);
                } else if (element instanceof XWPFTable table) {
                    endList(list, sink);
                    MarkdownTable.write(
                            table.getRows().stream().map(DocxParser::cells).toList(), sink);
                }
            }
            endList(list, sink);
        }
    }

    private static void read(XWPFParagraph paragraph, StringBuilder list, DocumentSink sink) {
        String text = text(paragraph).strip();
        int level = headingLevel(paragraph);
        if (text.isEmpty()) {
            return;
        }
        if (level == 0 && paragraph.getNumID() != null) {
            int depth =
                    paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
            String mark = "decimal".equals(paragraph.getNumFmt()) ? "1. " : "- ";
            list.append(list.isEmpty() ? "" : "\n")
                    .append("  ".repeat(depth))
                    .append(mark)
                    .append(text);
            return;
        }
        endList(list, sink);
        sink.block(level > 0 ? new Block.Heading(level, text) : Block.paragraph(text));
    }

    private static void endList(StringBuilder list, DocumentSink sink) {
        if (!list.isEmpty()) {
            sink.block(new Block.Text(Kind.LIST, list.toString()));
            list.setLength(0);
        }
    }

    private static String text(XWPFParagraph paragraph) {
        String footnotes = paragraph.getFootnoteText();
        String formulas = OfficeMath.in(paragraph.getCTP().xmlText());
        return paragraph.getText().replace("\u00AD", "")
                + (formulas.isEmpty() ? "" : " " + formulas)
                + (footnotes == null
                                || footnotes.isBlank()
                                || paragraph.getText().contains(footnotes.strip())
                        ? ""
                        : " (" + footnotes.strip() + ")");
    }

    private static int headingLevel(XWPFParagraph paragraph) {
        String id = paragraph.getStyle();
        if (id == null) {
            return 0;
        }
        XWPFStyle style = paragraph.getDocument().getStyles() == null
                ? null
                : paragraph.getDocument().getStyles().getStyle(id);
        String name = (style == null || style.getName() == null ? id : style.getName()).toLowerCase(Locale.ROOT);
        if (name.equals("title") || name.equals("título")) {
            return 1;
        }
        Matcher heading = HEADING.matcher(name);
        return heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(cell -> cell.getText()).toList();
    }
}
