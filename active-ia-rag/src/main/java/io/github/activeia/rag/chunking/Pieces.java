package io.github.activeia.rag.chunking;

import io.github.activeia.rag.parsing.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Divides a block that is too long: prose between sentences, the rest between lines, and only a giant line within. */
final class Pieces {
    private static final String FENCE = "```";

    private Pieces() {}

    /** Returns the block in pieces of at most so many tokens; a single piece is the block itself. */
    static List<String> of(Block.Text block, int tokens, Locale locale) {
        String text = block.markdown();
        if (TokenEstimate.of(text) <= tokens) {
            return List.of(text);
        }
        return switch (block.kind()) {
            case CODE -> code(text, tokens);
            case TABLE -> table(text, tokens);
            case PARAGRAPH -> joined(Sentences.of(text, locale), tokens);
            case LIST -> joined(fenced(lines(text)), tokens);
            case FORMULA -> joined(lines(text), tokens);
        };
    }

    /** Each piece of code gets the fences again, so that it still reads as code. */
    private static List<String> code(String text, int tokens) {
        int first = text.indexOf('\n');
        int last = text.lastIndexOf('\n');
        String opening = first < 0 ? "" : text.substring(0, first);
        String mark = opening.strip().replaceAll("^([`~]*).*$", "$1");
        if (mark.length() < FENCE.length() || last <= first) {
            return joined(lines(text), tokens);
        }
        boolean closed = text.substring(last + 1).strip().equals(mark);
        String body = text.substring(first + 1, closed ? last : text.length());
        return joined(lines(body), Math.max(8, tokens - TokenEstimate.of(opening + mark))).stream()
                .map(piece -> opening + "\n" + piece + "\n" + mark)
                .toList();
    }

    /** Each piece of a table gets its head again. */
    private static List<String> table(String text, int tokens) {
        List<String> lines = lines(text);
        String head = lines.size() > 2 ? lines.get(0) + lines.get(1) : "";
        int room = tokens - TokenEstimate.of(head);
        if (head.isEmpty() || room < tokens / 2) {
            return joined(lines, tokens);
        }
        return joined(lines.subList(2, lines.size()), room).stream()
                .map(piece -> head + piece)
                .toList();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** Code within a list stays whole. */
    private static List<String> fenced(List<String> lines) {
        List<String> parts = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        for (String line : lines) {
            boolean fence = line.strip().startsWith(FENCE);
            if (fence || !code.isEmpty()) {
                boolean closes = fence && !code.isEmpty();
                code.append(line);
                if (closes) {
                    parts.add(code.toString());
                    code.setLength(0);
                }
            } else {
                parts.add(line);
            }
        }
        if (!code.isEmpty()) {
            parts.add(code.toString());
        }
        return parts;
    }

    private static List<String> joined(List<String> parts, int tokens) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int size = 0;
        for (String part : parts) {
            for (String fitting : fitting(part, tokens)) {
                int more = TokenEstimate.of(fitting);
                if (size + more > tokens && !piece.isEmpty()) {
                    add(pieces, piece);
                    size = 0;
                }
                piece.append(fitting);
                size += more;
            }
        }
        add(pieces, piece);
        return pieces;
    }

    private static void add(List<String> pieces, StringBuilder piece) {
        String text = piece.toString().stripTrailing();
        if (!text.isBlank()) {
            pieces.add(text);
        }
        piece.setLength(0);
    }

    /** Cuts what has no sentence and no line end, at a space if there is one near. */
    private static List<String> fitting(String part, int tokens) {
        if (TokenEstimate.of(part) <= tokens) {
            return List.of(part);
        }
        List<String> lines = lines(part);
        if (lines.size() > 1) {
            return lines.stream()
                    .flatMap(line -> fitting(line, tokens).stream())
                    .toList();
        }
        List<String> cut = new ArrayList<>();
        int start = 0;
        while (start < part.length()) {
            int end = end(part, start, tokens);
            cut.add(part.substring(start, end));
            start = end;
        }
        return cut;
    }

    private static int end(String part, int start, int tokens) {
        int end = Math.min(part.length(), start + tokens);
        while (end < part.length() && TokenEstimate.of(part.substring(start, end)) < tokens - 4) {
            end = Math.min(part.length(), end + 4);
        }
        if (end == part.length()) {
            return end;
        }
        int space = part.lastIndexOf(' ', end - 1);
        int best = space > start + (end - start) / 2 ? space + 1 : end;
        return Character.isHighSurrogate(part.charAt(best - 1)) ? best - 1 : best;
    }
}
