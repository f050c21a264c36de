package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import java.util.List;

/**
 * A message that says what a student wants.
 *
 * @param intent what that is
 * @param turns what came before, the student first, then student and tutor by turns
 * @param message the message
 */
record IntentExample(CognitiveIntent intent, List<String> turns, String message) {
    private static final String TURN = " >> ";

    /** Reads a line of an example file; {@code \n} is a new line, and a first backslash only guards what follows. */
    static IntentExample parse(CognitiveIntent intent, String line) {
        String bare =
                line.startsWith("\\") && !line.startsWith("\\n") && !line.startsWith("\\\\") ? line.substring(1) : line;
        List<String> parts = List.of(bare.split(TURN, -1)).stream()
                .map(IntentExample::unescape)
                .toList();
        return new IntentExample(intent, parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    }

    /** {@code \n} is a new line; before anything else a backslash only guards it. */
    static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? "\n" : String.valueOf(next));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Returns the last thing that the tutor said, if it asked something. */
    String tutorQuestion() {
        String last = turns.isEmpty() ? "" : turns.get(turns.size() - 1);
        return last.indexOf('?') >= 0 ? last : "";
    }
}
