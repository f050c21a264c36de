package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Hands on the top-level blocks of Markdown as they were written. Not thread-safe. */
final class MarkdownBlocks {
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(-->|\\z)");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)(\\{[^}\\n]*\\})?");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?m)[ \t]*\\{:?[ \t]*[#.][^}\\n]*\\}[ \t]*$");
    private static final Pattern DECORATION = Pattern.compile("</?(?:span|font|center)\\b[^>`\\n]*>");
    private static final Pattern FORMULA = Pattern.compile("(?s)^(\\$\\$|\\\\\\[|\\\\begin\\{).*");

    private static final int LONGEST_FORMULA = 8192;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final TextContentRenderer plain = TextContentRenderer.builder().build();
    private final DocumentSink sink;
    private final StringBuilder formula = new StringBuilder();

    MarkdownBlocks(DocumentSink sink) {
        this.sink = sink;
    }

    void read(String markdown) {
        Node node = parser.parse(markdown).getFirstChild();
        while (node != null) {
            read(node, source(node, markdown));
            node = node.getNext();
        }
    }

    void end() {
        if (!formula.isEmpty()) {
            sink.block(new Block.Text(Kind.FORMULA, formula.toString().strip()));
            formula.setLength(0);
        }
    }

    private void read(Node node, String source) {
        if (!formula.isEmpty() || source.startsWith("$$")) {
            readFormula(source);
        } else if (node instanceof Heading heading) {
            String text =
                    ATTRIBUTES.matcher(plain.render(heading)).replaceAll("").strip();
            if (!text.isEmpty()) {
                sink.block(new Block.Heading(heading.getLevel(), text));
            }
        } else if (node instanceof HtmlBlock) {
            text(
                    Kind.PARAGRAPH,
                    TAG.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(""));
        } else if (!(node instanceof ThematicBreak || node instanceof LinkReferenceDefinition)) {
            text(kind(node, source), source);
        }
    }

    /** A blank line within $$ … $$ makes several paragraphs of one formula. */
    private void readFormula(String source) {
        formula.append(source).append("\n\n");
        String all = formula.toString().strip();
        boolean closed = all.indexOf("$$", 2) > 0;
        if (closed || all.length() > LONGEST_FORMULA) {
            formula.setLength(0);
            text(all.endsWith("$$") ? Kind.FORMULA : Kind.PARAGRAPH, all);
        }
    }

    private void text(Kind kind, String source) {
        String text = kind.whole() ? source : prose(source);
        if (!text.isBlank()) {
            sink.block(new Block.Text(kind, text.stripTrailing().replaceFirst("^(\\s*\\n)+", "")));
        }
    }

    /** Leaves out what only a web page needs: pictures, attributes, styling. */
    private static String prose(String source) {
        String text = IMAGE.matcher(source).replaceAll("$1");
        text = DECORATION.matcher(text).replaceAll("");
        return source.contains("```") ? text : ATTRIBUTES.matcher(text).replaceAll("");
    }

    private static Kind kind(Node node, String source) {
        if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return Kind.CODE;
        }
        if (node instanceof TableBlock) {
            return Kind.TABLE;
        }
        if (node instanceof BulletList || node instanceof OrderedList) {
            return Kind.LIST;
        }
        return FORMULA.matcher(source).matches() ? Kind.FORMULA : Kind.PARAGRAPH;
    }

    private static String source(Node node, String markdown) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        SourceSpan last = spans.get(spans.size() - 1);
        int start = spans.get(0).getInputIndex();
        int indent = node instanceof IndentedCodeBlock ? markdown.lastIndexOf('\n', start) + 1 : start;
        return markdown.substring(indent, last.getInputIndex() + last.getLength());
    }
}
