package io.github.activeia.rag.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.parsing.Block.Text;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeParsersTest {
    @TempDir
    Path folder;

    @Test
    void reads_headings_code_lists_and_tables_of_a_word_file() throws Exception {
        Path file = folder.resolve("guia.docx");
        try (XWPFDocument document = document();
                OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        }

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.all)
                .containsExactly(
                        new Block.Heading(2, "Recursión"),
                        Block.paragraph("Una función que se llama a sí misma."),
                        new Text(Kind.LIST, "- caso base\n- paso"),
                        new Text(Kind.CODE, "```\ndef f():\n    f()\n```"),
                        new Text(Kind.TABLE, "| n | f(n) |\n| --- | --- |\n| 1 | 1 |"));
    }

    @Test
    void reads_slides_with_their_numbers() throws Exception {
        Path file = folder.resolve("clase.pptx");
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            XSLFSlide slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_AND_CONTENT));
            slide.getPlaceholder(0).setText("Grafos");
            slide.getPlaceholder(1).setText("Vértices y aristas.");
            show.createSlide().createTextBox().setText("Sin título.");
            show.write(out);
        }

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.all)
                .startsWith(new Block.Page(1), new Block.Heading(1, "Grafos"))
                .endsWith(new Block.Page(2), new Block.Heading(1, ""), Block.paragraph("Sin título."));
        assertThat(((Text) blocks.all.get(2)).markdown()).endsWith("Vértices y aristas.");
    }

    @Test
    void asks_for_a_copy_without_protection_when_there_is_a_password() throws Exception {
        Path file = folder.resolve("guia.docx");
        try (POIFSFileSystem system = new POIFSFileSystem();
                XWPFDocument document = document()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("clave");
            try (OutputStream encrypted = encryptor.getDataStream(system)) {
                document.write(encrypted);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        }

        assertThatThrownBy(() -> Blocks.of(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("protected by a password");
    }

    @Test
    void says_so_when_the_file_is_damaged() throws Exception {
        Path word = Files.writeString(folder.resolve("guia.docx"), "nada que ver");
        Path empty = Files.createFile(folder.resolve("clase.pptx"));

        assertThatThrownBy(() -> Blocks.of(word)).isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> Blocks.of(empty)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void names_the_formats_when_one_is_unknown() {
        assertThatThrownBy(() -> Blocks.of(folder.resolve("planilla.xlsx")))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("the format .xlsx is unknown")
                .hasMessageContaining("docx");
    }

    private static XWPFDocument document() {
        XWPFDocument document = new XWPFDocument();
        paragraph(document, "Heading2", null, "Recursión");
        paragraph(document, null, null, "Una función que se llama a sí misma.");
        paragraph(document, null, null, "• caso base");
        paragraph(document, null, null, "• paso");
        paragraph(document, null, "Courier New", "def f():");
        paragraph(document, null, "Courier New", "    f()");
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("n");
        table.getRow(0).getCell(1).setText("f(n)");
        table.getRow(1).getCell(0).setText("1");
        table.getRow(1).getCell(1).setText("1");
        return document;
    }

    private static void paragraph(XWPFDocument document, String style, String font, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        XWPFRun run = paragraph.createRun();
        if (font != null) {
            run.setFontFamily(font);
        }
        run.setText(text);
    }
}
