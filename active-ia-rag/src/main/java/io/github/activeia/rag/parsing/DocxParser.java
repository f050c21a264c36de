package io.github.activeia.rag.parsing;

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
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents: headings by style, lists, tables, formulas as text. */
final class DocxParser implements DocumentParser {
    private static final Pattern HEADING = Pattern.compile("(?:heading|t[ií]tulo|titre|überschrift)\\s*([1-6])");

    private static final Pattern REFERENCE = Pattern.compile("\\[footnoteRef:\\d+\\]");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d+: ([^\\]]*)\\]");

    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        OfficeFile.read(file, opened -> read(opened, sink));
    }

    private static void read(OPCPackage opened, DocumentSink sink) throws IOException {
        try (XWPFDocument document = new XWPFDocument(opened)) {
            String title = document.getProperties().getCoreProperties().getTitle();
            sink.metadata(title == null || title.isBlank() ? Map.of() : Map.of("title", title.strip()));
            ListGatherer blocks = new ListGatherer(sink);
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    read(paragraph, blocks);
                } else if (element instanceof XWPFTable table) {
                    blocks.table(table.getRows().stream().map(DocxParser::cells).toList());
                }
            }
            blocks.end();
        }
    }

    private static void read(XWPFParagraph paragraph, ListGatherer blocks) {
        String text = text(paragraph).stripTrailing();
        int level = headingLevel(paragraph);
        if (text.isBlank()) {
            return;
        }
        if (level > 0) {
            blocks.block(new Block.Heading(level, text.strip()));
        } else if (isCode(paragraph)) {
            text.lines().forEach(blocks::code);
        } else if (paragraph.getNumID() != null) {
            int depth =
                    paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
            String mark = "decimal".equals(paragraph.getNumFmt()) ? "1. " : "- ";
            blocks.item("  ".repeat(depth) + mark + text.strip());
        } else {
            blocks.paragraph(text.strip());
        }
    }

    private static boolean isCode(XWPFParagraph paragraph) {
        List<XWPFRun> written = paragraph.getRuns().stream()
                .filter(run -> !run.text().isBlank())
                .toList();
        return !written.isEmpty() && written.stream().allMatch(run -> Typeface.isForCode(run.getFontName()));
    }

    private static String text(XWPFParagraph paragraph) {
        String formulas = OfficeMath.in(paragraph.getCTP().xmlText());
        Matcher note = FOOTNOTE.matcher(paragraph.getFootnoteText());
        StringBuilder notes = new StringBuilder();
        while (note.find()) {
            notes.append(" (").append(note.group(1).strip()).append(')');
        }
        return REFERENCE
                        .matcher(paragraph.getParagraphText().replace("\u00AD", ""))
                        .replaceAll("")
                + (formulas.isEmpty() ? "" : " " + formulas)
                + notes;
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
