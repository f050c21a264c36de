package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The file formats that can be read, by extension. Immutable, thread-safe. */
public final class DocumentFormats {
    private static final Format MARKDOWN = new Format("", "", MarkdownParser::new);
    private static final Format TEXT = new Format("", "", PlainTextParser::new);
    // Lambdas, not method references: those would link the parser, and so ask for its library, as soon as this class is
    // loaded.
    private static final Format HTML = new Format("org.jsoup.Jsoup", "org.jsoup:jsoup", () -> new HtmlParser());
    private static final Format PDF =
            new Format("org.apache.pdfbox.Loader", "org.apache.pdfbox:pdfbox", () -> new PdfParser());
    private static final String POI = "org.apache.poi:poi-ooxml";

    private static final Map<String, Format> BY_EXTENSION = Map.of(
            "md",
            MARKDOWN,
            "markdown",
            MARKDOWN,
            "txt",
            TEXT,
            "html",
            HTML,
            "htm",
            HTML,
            "pdf",
            PDF,
            "docx",
            new Format("org.apache.poi.xwpf.usermodel.XWPFDocument", POI, () -> new DocxParser()),
            "pptx",
            new Format("org.apache.poi.xslf.usermodel.XMLSlideShow", POI, () -> new PptxParser()));

    private DocumentFormats() {}

    /** Returns the extensions that are known, sorted. */
    public static Set<String> extensions() {
        return new TreeSet<>(BY_EXTENSION.keySet());
    }

    /** Returns whether a file has a known extension. */
    public static boolean knows(Path file) {
        return BY_EXTENSION.containsKey(extension(file));
    }

    /**
     * Reads a file into a sink. What the sink throws passes through.
     *
     * @throws UnreadableDocumentException if the format is unknown, its library is missing, or the file is encrypted, damaged or
     *     without text
     */
    public static void parse(Path file, DocumentSink sink) {
        Format format = BY_EXTENSION.get(extension(file));
        if (format == null) {
            throw new UnreadableDocumentException(
                    "the format ." + extension(file) + " is unknown", "use one of " + extensions(), null);
        }
        try {
            format.parser().parse(file, sink);
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    "check that it opens in its own program, and save it again",
                    e);
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private record Format(String className, String artifact, Supplier<DocumentParser> constructor) {
        DocumentParser parser() {
            if (!className.isEmpty() && !present()) {
                throw new UnreadableDocumentException(
                        "its reader is not on the class path", "add the artifact " + artifact, null);
            }
            return constructor.get();
        }

        private boolean present() {
            try {
                Class.forName(className, false, DocumentFormats.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }
}
