package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds fake borders between messages. Time is linear in the text. */
final class Payloads {
    private final List<Delimiter> delimiters;

    Payloads(LexiconFile file) {
        delimiters = file.lines().stream()
                .map(l -> Delimiter.of(l.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A border in small letters, and whether it counts only where a line starts. */
    private record Delimiter(String text, boolean lineStart) {
        private static Delimiter of(String line) {
            boolean lineStart = line.startsWith("^");
            return new Delimiter(lineStart ? line.substring(1) : line, lineStart);
        }
    }

    List<InjectionDetector.Finding> delimiters(String text) {
        List<InjectionDetector.Finding> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (Delimiter delimiter : delimiters) {
            int at = lower.indexOf(delimiter.text());
            while (at >= 0 && delimiter.lineStart() && !startsLine(lower, at)) {
                at = lower.indexOf(delimiter.text(), at + 1);
            }
            if (at >= 0 && lower.length() == text.length()) {
                int end = text.indexOf('\n', at);
                found.add(new InjectionDetector.Finding("delimiter", at, end < 0 ? text.length() : end, 3.0));
            }
        }
        return found;
    }

    private static boolean startsLine(String text, int at) {
        int before = at - 1;
        while (before >= 0
                && (text.charAt(before) == ' ' || text.charAt(before) == '#' || text.charAt(before) == '[')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }
}
