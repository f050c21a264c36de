package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes lists of paragraphs that begin with a bullet or a number, and code of lines that belong together. Not thread-safe. */
final class ListGatherer {
    private static final Pattern BULLET = Pattern.compile("^[•●▪◦‣·–]\\s+(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^\\(?(\\d{1,2}|[a-z])[.)]\\s+(?=\\S).*", Pattern.DOTALL);

    private final DocumentSink sink;
    private final StringBuilder list = new StringBuilder();
    private final StringBuilder code = new StringBuilder();

    ListGatherer(DocumentSink sink) {
        this.sink = sink;
    }

    static boolean isItem(String text) {
        return BULLET.matcher(text).find() || NUMBER.matcher(text).matches();
    }

    void paragraph(String text) {
        Matcher bullet = BULLET.matcher(text);
        if (bullet.find()) {
            item("- " + text.substring(bullet.end()));
        } else if (NUMBER.matcher(text).matches()) {
            item(text);
        } else {
            block(Block.paragraph(text));
        }
    }

    void item(String markdown) {
        endCode();
        list.append(list.isEmpty() ? "" : "\n").append(markdown);
    }

    void code(String line) {
        endList();
        code.append(line.stripTrailing()).append('\n');
    }

    void block(Block block) {
        end();
        sink.block(block);
    }

    void table(List<List<String>> rows) {
        end();
        MarkdownTable.write(rows, sink);
    }

    void end() {
        endList();
        endCode();
    }

    private void endList() {
        if (!list.isEmpty()) {
            sink.block(new Block.Text(Kind.LIST, list.toString()));
            list.setLength(0);
        }
    }

    private void endCode() {
        if (!code.isEmpty()) {
            sink.block(Block.code(code.toString(), ""));
            code.setLength(0);
        }
    }
}
