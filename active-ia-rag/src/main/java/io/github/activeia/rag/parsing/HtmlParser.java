package io.github.activeia.rag.parsing;

import io.github.activeia.rag.parsing.Block.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML: the main content, without what surrounds it. */
final class HtmlParser implements DocumentParser {
    private static final String NAMED = "meta[name][content]";
    private static final String NOISE =
            "script, style, nav, footer, aside, noscript, template, iframe, svg, button, form, [hidden], [aria-hidden=true]";
    private static final Set<String> BLOCKS = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "pre",
            "ul",
            "ol",
            "dl",
            "table",
            "blockquote",
            "div",
            "section",
            "article",
            "main",
            "figure",
            "header",
            "details",
            "hr",
            "body");

    @Override
    public void parse(Path file, DocumentSink sink) throws IOException {
        Document page;
        try (InputStream in = Files.newInputStream(file)) {
            page = Jsoup.parse(in, null, "");
        }
        sink.metadata(metadata(page));
        sink.keys(new LinkedHashSet<>(page.select(NAMED).eachAttr("name")));
        page.select(NOISE).remove();
        Element main = page.selectFirst("main, article, [role=main]");
        new Walk(sink).children(main == null ? page.body() : main);
    }

    private static Map<String, String> metadata(Document page) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!page.title().isBlank()) {
            values.put("title", page.title().strip());
        }
        Element root = page.selectFirst("html[lang]");
        if (root != null && root.attr("lang").length() >= 2) {
            values.put("language", root.attr("lang").substring(0, 2).toLowerCase(Locale.ROOT));
        }
        for (Element meta : page.select(NAMED)) {
            values.put(meta.attr("name").toLowerCase(Locale.ROOT).strip(), meta.attr("content"));
        }
        return values;
    }

    private record Walk(DocumentSink sink) {
        /** Blocks go on their own; text and inline elements between them make paragraphs. */
        void children(Element parent) {
            StringBuilder loose = new StringBuilder();
            for (Node node : parent.childNodes()) {
                if (node instanceof Element element && isBlock(element)) {
                    paragraph(loose);
                    block(element);
                } else {
                    inline(node, loose);
                }
            }
            paragraph(loose);
        }

        private static boolean isBlock(Element element) {
            return BLOCKS.contains(element.normalName())
                    || element.children().stream().anyMatch(Walk::isBlock);
        }

        private void block(Element element) {
            switch (element.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
                case "p" -> paragraph(inline(element));
                case "pre" -> code(element);
                case "ul", "ol" -> emit(Kind.LIST, list(element, ""));
                case "table" -> table(element);
                default -> children(element);
            }
        }

        private void heading(Element element) {
            String text = element.text().strip();
            if (!text.isEmpty()) {
                sink.block(new Block.Heading(element.normalName().charAt(1) - '0', text));
            }
        }

        private void paragraph(StringBuilder text) {
            emit(Kind.PARAGRAPH, text.toString().replaceAll("[ \t]+", " "));
            text.setLength(0);
        }

        private void emit(Kind kind, String text) {
            if (!text.isBlank()) {
                sink.block(new Block.Text(kind, kind == Kind.PARAGRAPH ? text.strip() : text.stripTrailing()));
            }
        }

        private void code(Element pre) {
            if (!pre.wholeText().isBlank()) {
                String language = pre.select("code[class*=language-]").stream()
                        .flatMap(code -> code.classNames().stream())
                        .filter(name -> name.startsWith("language-"))
                        .map(name -> name.substring("language-".length()))
                        .findFirst()
                        .orElse("");
                sink.block(Block.code(pre.wholeText().replaceFirst("^\n", ""), language));
            }
        }

        private void table(Element table) {
            List<List<String>> rows = new ArrayList<>();
            for (Element row : table.select("tr")) {
                rows.add(row.select("> th, > td").stream()
                        .map(cell -> inline(cell).toString())
                        .toList());
            }
            MarkdownTable.write(rows, sink);
        }

        private static String list(Element list, String indent) {
            StringJoiner items = new StringJoiner("\n");
            int number = 1;
            for (Element item : list.children()) {
                String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
                Element own = item.clone();
                own.select("ul, ol").remove();
                items.add(indent
                        + mark
                        + inline(own).toString().replaceAll("\\s+", " ").strip());
                item.select("> ul, > ol").forEach(nested -> items.add(list(nested, indent + "  ")));
            }
            return items.toString();
        }

        private static StringBuilder inline(Element element) {
            StringBuilder text = new StringBuilder();
            element.childNodes().forEach(node -> inline(node, text));
            return text;
        }

        private static void inline(Node node, StringBuilder text) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> text.append('\n');
                    case "img" -> text.append(element.attr("alt"));
                    case "code", "kbd", "samp" ->
                        text.append('`').append(element.text()).append('`');
                    case "math" -> text.append(formula(element));
                    default -> element.childNodes().forEach(child -> inline(child, text));
                }
            }
        }

        private static String formula(Element math) {
            Element tex = math.selectFirst("annotation[encoding=application/x-tex]");
            return tex != null ? "$" + tex.text() + "$" : math.hasAttr("alttext") ? math.attr("alttext") : math.text();
        }
    }
}
