package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown: CommonMark with tables and $$ formulas. Reads a file section by section. */
final class MarkdownParser implements DocumentParser {
    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}([ \t].*)?$");
    private static final int LONGEST_FRONT_MATTER = 32_768;
    private static final int ENOUGH = 16_384;
    private static final int TOO_MUCH = 262_144;

    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        MarkdownBlocks blocks = new MarkdownBlocks(sink);
        StringBuilder part = new StringBuilder();
        Fence fence = new Fence();
        try (TextFile text = TextFile.open(file)) {
            String line = afterFrontMatter(text, sink);
            for (; line != null; line = text.line()) {
                if ((!fence.open() && splits(line, part.length())) || part.length() > 4 * TOO_MUCH) {
                    blocks.read(part.toString());
                    part.setLength(0);
                }
                fence.see(line);
                part.append(line).append('\n');
            }
        }
        blocks.read(part.toString());
        blocks.end();
    }

    private static boolean splits(String line, int length) {
        return (length > ENOUGH && HEADING.matcher(line).matches()) || (length > TOO_MUCH && line.isBlank());
    }

    /** Reads the front matter, if there is any, and returns the first line that is not part of it. */
    private static @Nullable String afterFrontMatter(TextFile text, DocumentSink sink) throws IOException {
        String first = text.line();
        if (first == null || !first.stripTrailing().equals("---")) {
            sink.metadata(Map.of());
            return first;
        }
        StringBuilder yaml = new StringBuilder();
        for (String line = text.line(); line != null && yaml.length() < LONGEST_FRONT_MATTER; line = text.line()) {
            if (line.stripTrailing().equals("---") || line.stripTrailing().equals("...")) {
                Map<String, Object> said = FrontMatter.yaml(new StringReader(yaml.toString()));
                sink.metadata(FrontMatter.scalars(said));
                sink.keys(said.keySet());
                sink.hints(HintList.of(said));
                return text.line();
            }
            yaml.append(line).append('\n');
        }
        throw new UnreadableDocumentException(
                "its first line opens front matter that never ends", "close it with a line ---", null);
    }

    /** Knows whether a line is inside fenced code or a $$ formula. */
    private static final class Fence {
        private String mark = "";

        boolean open() {
            return !mark.isEmpty();
        }

        void see(String line) {
            String text = line.strip();
            if (mark.isEmpty()) {
                mark = opening(text);
            } else if (closes(text)) {
                mark = "";
            }
        }

        private boolean closes(String text) {
            return mark.equals("$$")
                    ? text.endsWith("$$")
                    : text.startsWith(mark)
                            && text.replace(mark.substring(0, 1), "").isBlank();
        }

        private static String opening(String text) {
            if (text.startsWith("$$")) {
                return text.indexOf("$$", 2) < 0 ? "$$" : "";
            }
            char c = text.isEmpty() ? ' ' : text.charAt(0);
            int length = 0;
            while ((c == '`' || c == '~') && length < text.length() && text.charAt(length) == c) {
                length++;
            }
            boolean inline = c == '`' && text.indexOf('`', length) >= 0;
            return length >= 3 && !inline ? text.substring(0, length) : "";
        }
    }
}
