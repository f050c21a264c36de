package io.github.activeia.rag.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.parsing.Block.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfParserTest {
    private static final PDFont PROSE = new PDType1Font(FontName.HELVETICA);
    private static final PDFont CODE = new PDType1Font(FontName.COURIER);

    @TempDir
    Path folder;

    @Test
    void keeps_pages_headings_and_paragraphs() throws Exception {
        Path file = save(document());

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.all)
                .containsExactly(
                        new Block.Page(1),
                        new Block.Heading(1, "Colas circulares"),
                        Block.paragraph("Una cola guarda los elementos en orden de llegada y los saca igual."),
                        new Text(Kind.CODE, "```\nfor x in cola:\n    print(x)\n```"),
                        new Block.Page(2),
                        Block.paragraph("La segunda hoja sigue con otra idea."));
    }

    @Test
    void asks_for_a_copy_without_protection_when_there_is_a_password() throws Exception {
        PDDocument document = document();
        document.protect(new StandardProtectionPolicy("duena", "lectora", new AccessPermission()));
        Path file = save(document);

        assertThatThrownBy(() -> Blocks.of(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("it is protected by a password — save a copy without protection");
    }

    @Test
    void respects_an_author_who_forbids_extraction() throws Exception {
        AccessPermission permission = new AccessPermission();
        permission.setCanExtractContent(false);
        PDDocument document = document();
        document.protect(new StandardProtectionPolicy("duena", "", permission));
        Path file = save(document);

        assertThatThrownBy(() -> Blocks.of(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("does not permit to extract text");
    }

    @Test
    void says_so_when_the_file_is_cut_off() throws Exception {
        byte[] whole = Files.readAllBytes(save(document()));
        Path file = folder.resolve("roto.pdf");
        Files.write(file, Arrays.copyOf(whole, 40));

        assertThatThrownBy(() -> Blocks.of(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("check that it opens in its own program");
    }

    @Test
    void suggests_text_recognition_when_there_are_only_images() throws Exception {
        PDDocument document = new PDDocument();
        document.addPage(new PDPage());
        Path file = save(document);

        assertThatThrownBy(() -> Blocks.of(file)).hasMessageContaining("OCR");
    }

    private Path save(PDDocument document) throws Exception {
        Path file = folder.resolve("apunte.pdf");
        document.save(file.toFile());
        document.close();
        return file;
    }

    private static PDDocument document() throws Exception {
        PDDocument document = new PDDocument();
        PDPage first = new PDPage();
        document.addPage(first);
        try (PDPageContentStream page = new PDPageContentStream(document, first)) {
            write(page, PROSE, 18, 50, 720, "Colas circulares");
            write(page, PROSE, 11, 50, 690, "Una cola guarda los elementos en orden de lle-");
            write(page, PROSE, 11, 50, 677, "gada y los saca igual.");
            write(page, CODE, 11, 50, 640, "for x in cola:");
            write(page, CODE, 11, 50, 627, "    print(x)");
        }
        PDPage second = new PDPage();
        document.addPage(second);
        try (PDPageContentStream page = new PDPageContentStream(document, second)) {
            write(page, PROSE, 11, 50, 690, "La segunda hoja sigue con otra idea.");
            write(page, PROSE, 11, 300, 40, "2");
        }
        return document;
    }

    private static void write(PDPageContentStream page, PDFont font, float size, float x, float y, String text)
            throws Exception {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }
}
