package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds fake borders between messages. Time is linear in the text. */
final class Payloads {
    private final List<String> delimiters;

    Payloads(LexiconFile file) {
        delimiters = file.lines().stream()
                .map(l -> l.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    List<InjectionDetector.Finding> delimiters(String text) {
        List<InjectionDetector.Finding> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String delimiter : delimiters) {
            boolean lineStart = delimiter.startsWith("^");
            String bare = lineStart ? delimiter.substring(1) : delimiter;
            int at = lower.indexOf(bare);
            while (at >= 0 && lineStart && !startsLine(lower, at)) {
                at = lower.indexOf(bare, at + 1);
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
