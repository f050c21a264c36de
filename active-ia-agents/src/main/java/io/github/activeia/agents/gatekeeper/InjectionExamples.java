package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/** The texts that the classifier of injections learns from. Needed only while the library is built. */
final class InjectionExamples {
    private static final List<String> FILES =
            List.of("examples/injection-es.txt", "examples/injection-en.txt", "examples/injection-other.txt");
    private static final List<String> ORDINARY = List.of("examples/intents-es.txt", "examples/intents-en.txt");
    private static final String TURN = " >> ";

    private InjectionExamples() {}

    /**
     * One text.
     *
     * @param text as a student sent it, or as it was retrieved
     * @param attack whether it tries to change, bypass or extract the tutor's rules
     */
    record Labelled(String text, boolean attack) {}

    /** Returns attacks and look-alikes, and ordinary messages, none of which attacks. */
    static List<Labelled> shipped() {
        List<Labelled> found = new ArrayList<>();
        for (String name : FILES) {
            for (LexiconFile.Line line : LexiconFile.load(name).lines()) {
                found.add(new Labelled(unescape(line.text()), line.heading().equals("ATTACK")));
            }
        }
        for (String name : ORDINARY) {
            for (LexiconFile.Line line : LexiconFile.load(name).lines()) {
                String text = line.text();
                found.add(new Labelled(unescape(text.substring(Math.max(0, text.lastIndexOf(TURN)))), false));
            }
        }
        return found;
    }

    /** {@code \n} is a new line; before anything else a backslash only guards it. */
    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }
}
