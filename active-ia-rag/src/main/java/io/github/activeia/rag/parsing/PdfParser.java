package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** PDF, page by page: lines become paragraphs, and lines in a larger font headings. */
final class PdfParser implements DocumentParser {
    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw protectedFile("its author does not permit to extract text", null);
            }
            sink.metadata(Map.of());
            PdfLayout layout = PdfLayout.of(document);
            if (layout.empty()) {
                throw new UnreadableDocumentException(
                        "it has no text, only images", "run text recognition (OCR) over it first", null);
            }
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                sink.block(new Block.Page(page));
                new PdfFlow(layout, sink).write(PdfLines.of(document, page));
            }
        } catch (InvalidPasswordException e) {
            throw protectedFile("it is protected by a password", e);
        }
    }

    private static UnreadableDocumentException protectedFile(String reason, @Nullable InvalidPasswordException cause) {
        return new UnreadableDocumentException(reason, "save a copy without protection", cause);
    }
}
