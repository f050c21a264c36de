import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Writes the documents of the sample course that are not Markdown (PDF, DOCX, PPTX, HTML) from the plain sources in
 * this folder. The same sources give the same text, dates and identifiers each time.
 *
 * <p>Needs PDFBox and POI on the class path: COURSE.md has the two commands.
 *
 * <p>Markup: {@code # title} first, {@code ## heading}, paragraphs of one line, {@code - items},
 * code between {@code ```} lines; bold marks are dropped.
 */
public final class GenerateCourseFiles {

    private static final String LANGUAGE = "es-AR";
    private static final String AUTHOR = "Cátedra de Algoritmos y Estructuras de Datos";
    private static final Instant CREATED = Instant.parse("2026-03-02T12:00:00Z");

    public static void main(String[] args) throws IOException {
        Path quickstart = Path.of(args.length > 0 ? args[0] : "samples/quickstart");
        Path sources = quickstart.resolve("generate");
        Path course = quickstart.resolve("course");
        Pdf.write(Source.read(sources.resolve("arboles-apunte.md")), course.resolve("unidad-8/arboles-apunte.pdf"));
        Docx.write(Source.read(sources.resolve("recursion-guia.md")), course.resolve("unidad-6/recursion-guia.docx"));
        Pptx.write(Source.read(sources.resolve("grafos-clase.md")), course.resolve("unidad-9/grafos-clase.pptx"));
        Html.write(Source.read(sources.resolve("hash-lectura.md")), course.resolve("unidad-7/hash-lectura.html"));
    }

    enum Kind { TITLE, HEADING, PARAGRAPH, ITEM, CODE }

    record Block(Kind kind, String text) {}

    record Source(String title, List<Block> blocks) {

        static Source read(Path file) throws IOException {
            List<Block> blocks = blocks(Files.readAllLines(file));
            return new Source(blocks.get(0).text(), blocks);
        }

        private static List<Block> blocks(List<String> lines) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.startsWith("```")) {
                    int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                    blocks.add(new Block(Kind.CODE, String.join("\n", lines.subList(i + 1, end))));
                    i = end;
                } else if (!line.isBlank()) {
                    blocks.add(block(line));
                }
            }
            return blocks;
        }

        private static Block block(String line) {
            if (line.startsWith("## ")) {
                return new Block(Kind.HEADING, line.substring(3));
            }
            if (line.startsWith("# ")) {
                return new Block(Kind.TITLE, line.substring(2));
            }
            return line.startsWith("- ")
                    ? new Block(Kind.ITEM, line.substring(2))
                    : new Block(Kind.PARAGRAPH, line.replace("**", ""));
        }
    }

    /** A plain page; what the other formats keep in their properties or in course.yaml stands in its meta elements. */
    static final class Html {

        private static final String HEAD =
                """
                <!DOCTYPE html>
                <html lang="es">
                <head>
                <meta charset="utf-8">
                <title>%1$s</title>
                <meta name="title" content="%1$s">
                <meta name="unit" content="7">
                <meta name="topic" content="hash">
                <meta name="content_type" content="teoria">
                <meta name="difficulty" content="avanzado">
                </head>
                <body>
                """;

        static void write(Source source, Path target) throws IOException {
            StringBuilder page = new StringBuilder(HEAD.formatted(escape(source.title())));
            source.blocks().forEach(block -> page.append(element(block)).append('\n'));
            Files.writeString(target, page.append("</body>\n</html>\n"));
        }

        private static String element(Block block) {
            String text = escape(block.text());
            return switch (block.kind()) {
                case TITLE -> "<h1>" + text + "</h1>";
                case HEADING -> "<h2>" + text + "</h2>";
                case ITEM -> "<ul><li>" + text + "</li></ul>";
                case CODE -> "<pre><code>" + text + "\n</code></pre>";
                case PARAGRAPH -> "<p>" + text.replaceFirst("^(Pregunta guía:)", "<strong>$1</strong>") + "</p>";
            };
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        }
    }

    /** A flowing layout of A4 pages with the standard fonts, so that text stays within WinAnsi. */
    static final class Pdf {

        private static final float MARGIN = 64;
        private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
        private static final PDFont BODY = new PDType1Font(FontName.HELVETICA);
        private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
        private static final PDFont MONO = new PDType1Font(FontName.COURIER);

        private final PDDocument document;
        private PDPageContentStream page;
        private float y;

        private Pdf(PDDocument document) {
            this.document = document;
        }

        static void write(Source source, Path target) throws IOException {
            try (PDDocument document = new PDDocument()) {
                document.setDocumentId(CREATED.getEpochSecond());
                describe(document, source);
                Pdf pdf = new Pdf(document);
                pdf.newPage();
                for (Block block : source.blocks()) {
                    pdf.draw(block);
                }
                pdf.page.close();
                document.save(target.toFile());
            }
        }

        private static void describe(PDDocument document, Source source) {
            GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
            created.setTimeInMillis(CREATED.toEpochMilli());
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(source.title());
            information.setAuthor(AUTHOR);
            information.setCreationDate(created);
            document.getDocumentCatalog().setLanguage(LANGUAGE);
        }

        private void draw(Block block) throws IOException {
            switch (block.kind()) {
                case TITLE -> paragraph(block.text(), BOLD, 17, 0, 6);
                case HEADING -> {
                    keep(90);
                    paragraph(block.text(), BOLD, 13, 0, 12);
                }
                case ITEM -> paragraph("• " + block.text(), BODY, 10.5f, 12, 3);
                case CODE -> code(block.text().split("\n"));
                default -> paragraph(block.text(), BODY, 10.5f, 0, 7);
            }
        }

        private void paragraph(String text, PDFont font, float size, float indent, float before) throws IOException {
            y -= before;
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (font.getStringWidth(longer) / 1000 * size > WIDTH - indent) {
                    line(line.toString(), font, size, indent);
                    longer = word;
                }
                line.replace(0, line.length(), longer);
            }
            line(line.toString(), font, size, indent);
        }

        private void code(String[] lines) throws IOException {
            keep(lines.length * 13f + 8);
            y -= 6;
            for (String text : lines) {
                line(text, MONO, 9, 12);
            }
        }

        private void line(String text, PDFont font, float size, float indent) throws IOException {
            keep(size * 1.4f);
            y -= size * 1.4f;
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(MARGIN + indent, y);
            page.showText(text);
            page.endText();
        }

        private void keep(float height) throws IOException {
            if (y - height < MARGIN) {
                page.close();
                newPage();
            }
        }

        private void newPage() throws IOException {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            page = new PDPageContentStream(document, sheet);
            y = PDRectangle.A4.getHeight() - MARGIN;
        }
    }

    /** A text document with real heading styles. */
    static final class Docx {

        static void write(Source source, Path target) throws IOException {
            try (XWPFDocument document = new XWPFDocument()) {
                Ooxml.describe(document.getProperties(), source);
                style(document, "Title", "Title", 36);
                style(document, "Heading1", "heading 1", 28);
                for (Block block : source.blocks()) {
                    draw(document, block);
                }
                Ooxml.save(document::write, target);
            }
        }

        private static void style(XWPFDocument document, String id, String name, int halfPoints) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId(id);
            style.addNewName().setVal(name);
            style.addNewQFormat();
            style.addNewRPr().addNewB();
            style.getRPr().addNewSz().setVal(halfPoints);
            XWPFStyle added = new XWPFStyle(style);
            added.setType(STStyleType.PARAGRAPH);
            document.createStyles().addStyle(added);
        }

        private static void draw(XWPFDocument document, Block block) {
            XWPFParagraph paragraph = document.createParagraph();
            switch (block.kind()) {
                case TITLE -> paragraph.setStyle("Title");
                case HEADING -> paragraph.setStyle("Heading1");
                case ITEM -> paragraph.setIndentationLeft(360);
                default -> { }
            }
            paragraph.setSpacingAfter(120);
            if (block.kind() == Kind.CODE) {
                code(paragraph, block.text().split("\n"));
                return;
            }
            paragraph.createRun().setText((block.kind() == Kind.ITEM ? "• " : "") + block.text());
        }

        private static void code(XWPFParagraph paragraph, String[] lines) {
            for (String line : lines) {
                XWPFRun run = paragraph.createRun();
                run.setFontFamily("Courier New");
                run.setText(line);
                run.addBreak();
            }
        }
    }

    /** A slide for the title and one for each heading. */
    static final class Pptx {

        static void write(Source source, Path target) throws IOException {
            try (XMLSlideShow show = new XMLSlideShow()) {
                Ooxml.describe(show.getProperties(), source);
                XSLFSlide slide = null;
                for (Block block : source.blocks()) {
                    if (block.kind() == Kind.TITLE || block.kind() == Kind.HEADING) {
                        slide = slide(show, block);
                    } else {
                        XSLFTextShape body = slide.getPlaceholder(1);
                        XSLFTextRun run = body.addNewTextParagraph().addNewTextRun();
                        run.setText(block.text());
                        run.setFontSize(20.0);
                    }
                }
                Ooxml.save(show::write, target);
            }
        }

        private static XSLFSlide slide(XMLSlideShow show, Block block) {
            XSLFSlideMaster master = show.getSlideMasters().get(0);
            XSLFSlide slide = show.createSlide(master.getLayout(SlideLayout.TITLE_AND_CONTENT));
            slide.getPlaceholder(0).setText(block.text());
            slide.getPlaceholder(1).clearText();
            return slide;
        }
    }

    /** What the two Office formats share: properties, and an archive without the time of the run. */
    static final class Ooxml {

        interface Writer {
            void write(OutputStream out) throws IOException;
        }

        static void describe(POIXMLProperties properties, Source source) {
            var core = properties.getCoreProperties();
            core.setTitle(source.title());
            core.setCreator(AUTHOR);
            core.getUnderlyingProperties().setLanguageProperty(Optional.of(LANGUAGE));
            core.getUnderlyingProperties().setCreatedProperty(Optional.of(Date.from(CREATED)));
            core.getUnderlyingProperties().setModifiedProperty(Optional.of(Date.from(CREATED)));
        }

        static void save(Writer document, Path target) throws IOException {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            document.write(written);
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(LocalDateTime.ofInstant(CREATED, ZoneOffset.UTC));
                    out.putNextEntry(copy);
                    in.transferTo(out);
                }
            }
        }
    }
}
