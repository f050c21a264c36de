package io.github.activeia.agents.safety;

import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The code in a text. */
final class DraftCode {
    private static final int LONGEST_NAME = 40;

    private DraftCode() {}

    /** Returns everything that is code, line by line. */
    static String allCode(String text) {
        CodeSpans spans = CodeSpans.of(text);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (spans.covers(i)) {
                code.append(c);
            } else if (code.length() > 0 && code.charAt(code.length() - 1) != '\n') {
                code.append('\n');
            }
        }
        return code.toString();
    }

    /** Returns the code of a text, or the whole text if none stands out. */
    static String codeOrAll(String text) {
        String code = allCode(text);
        return code.isBlank() ? text : code;
    }

    /** Counts the lines of code that do not stand in a passage; a name or data between backticks is no code. */
    static int ownLines(String text, List<Passage> passages) {
        Set<String> known = new HashSet<>();
        passages.forEach(p -> p.text().lines().forEach(l -> known.add(squeeze(l))));
        StringBuilder rest = new StringBuilder();
        text.lines()
                .map(l -> l.strip().startsWith("```") || !isKnown(l, known) ? l : "")
                .forEach(l -> rest.append(l).append('\n'));
        String own = rest.toString();
        return blockLines(own) + statements(own, known);
    }

    private static boolean isKnown(String line, Set<String> known) {
        String bare = squeeze(line.strip().startsWith(">") ? line.strip().substring(1) : line);
        return !bare.isEmpty() && known.contains(bare);
    }

    private static int blockLines(String text) {
        int lines = 0;
        CodeSpans spans = CodeSpans.of(text);
        int at = 0;
        for (String line : text.split("\n", -1)) {
            boolean whole = !line.isBlank() && spans.covers(at) && spans.covers(at + line.length() - 1);
            boolean code = whole
                    && !line.strip().startsWith("`")
                    && hasLetters(line)
                    && !line.strip().startsWith("#");
            lines += code ? 1 : 0;
            at += line.length() + 1;
        }
        return lines;
    }

    /** Counts the statements between backticks: longer than a name, with an assignment, a call with a block or an end of statement. */
    private static int statements(String text, Set<String> known) {
        int count = 0;
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("`", -1);
            for (int i = 1; i + 1 < parts.length; i += 2) {
                String bare = squeeze(parts[i]);
                count += isStatement(parts[i]) && known.stream().noneMatch(k -> k.contains(bare)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isStatement(String code) {
        boolean assigns =
                code.contains(" = ") || code.contains("+=") || code.contains("-=") || code.contains("return ");
        boolean block = code.endsWith(":") || code.endsWith(";") || code.contains("{");
        return hasLetters(code)
                && ((assigns && code.length() >= 12) || (block && code.length() >= 8) || code.length() > LONGEST_NAME);
    }

    private static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static String squeeze(String line) {
        return line.replaceAll("\\s+", "");
    }
}
