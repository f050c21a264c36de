package io.github.activeia.rag.parsing;

/** A piece of a document, in reading order. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 to 6, outermost first
     * @param text without markup; empty for a section without a name
     */
    record Heading(int level, String text) implements Block {}

    /**
     * The beginning of a page or slide.
     *
     * @param number from 1
     */
    record Page(int number) implements Block {}

    /**
     * A piece of text.
     *
     * @param kind what it is
     * @param markdown the text, in Markdown, without blank lines around it
     */
    record Text(Kind kind, String markdown) implements Block {}

    /** What a piece of text is. */
    enum Kind {
        /** Prose. */
        PARAGRAPH(false),
        /** Items. */
        LIST(false),
        /** Source code, with its fences. */
        CODE(true),
        /** Mathematics that stands alone. */
        FORMULA(true),
        /** Rows and columns. */
        TABLE(true);

        private final boolean whole;

        Kind(boolean whole) {
            this.whole = whole;
        }

        /** Returns whether it makes sense only as a whole. */
        public boolean whole() {
            return whole;
        }
    }

    /** Returns a paragraph. */
    static Text paragraph(String text) {
        return new Text(Kind.PARAGRAPH, text);
    }

    /** Returns code between fences that are longer than any inside. */
    static Text code(String code, String language) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        String body = code.endsWith("\n") ? code : code + "\n";
        return new Text(Kind.CODE, fence + language + "\n" + body + fence);
    }
}
